# bash completion for casebook                                -*- shell-script -*-
#
# Values have spaces in them, such as "Freedom of expression": they are inserted
# as the shell reads them back, with backslashes or inside of an open quote.

# __casebook_unquote sets REPLY to a word without its quotes and backslashes, and
# QUOTE to the quote that is still open.
__casebook_unquote()
{
    local text=$1 i char next
    REPLY='' QUOTE=''
    for ((i = 0; i < ${#text}; i++)); do
        char=${text:i:1} next=${text:i+1:1}
        if [[ $QUOTE == "'" ]]; then
            if [[ $char == "'" ]]; then QUOTE=''; else REPLY+=$char; fi
        elif [[ $char == \\ && ( -z $QUOTE || $next == [\"\\\$\`] ) ]]; then
            REPLY+=$next
            i=$((i + 1))
        elif [[ -n $QUOTE && $char == "$QUOTE" ]]; then
            QUOTE=''
        elif [[ -z $QUOTE && ( $char == '"' || $char == "'" ) ]]; then
            QUOTE=$char
        else
            REPLY+=$char
        fi
    done
}

# __casebook_common sets REPLY to what all its arguments begin with.
__casebook_common()
{
    local common=$1 word
    for word in "$@"; do
        while [[ $word != "$common"* ]]; do
            common=${common%?}
        done
    done
    REPLY=$common
}

__casebook()
{
    local REPLY QUOTE i line value description directive=0 joined=0
    local words=() raw=() values=() lines=() quoted=() longest=0

    # Bash cuts words at = and : as well; the program does not.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        line=${COMP_WORDS[i]}
        if [[ ${#raw[@]} -gt 0 && ( $joined == 1 || $line == [=:] ) ]]; then
            raw[${#raw[@]} - 1]+=$line
        else
            raw+=("$line")
        fi
        if [[ $line == [=:] && $COMP_WORDBREAKS == *"$line"* ]]; then joined=1; else joined=0; fi
    done
    for line in "${raw[@]}"; do
        __casebook_unquote "$line"
        words+=("$REPLY")
    done
    local current=$REPLY piece=${COMP_WORDS[COMP_CWORD]}
    [[ $piece == [=:] ]] && piece=''
    local before=${raw[${#raw[@]} - 1]%"$piece"} # what bash leaves as it is
    if [[ $current == --*=* ]]; then
        current=${current#*=} before=${before#*=}
    fi

    while IFS='' read -r line; do
        value=${line%%$'\t'*}
        if [[ $line == :[0-9]* ]]; then
            directive=${line#:}
        elif [[ -n $value && $value == "$current"* ]]; then
            values+=("$value")
            lines+=("$line")
            if ((${#value} > longest)); then longest=${#value}; fi
        fi
    done < <("${COMP_WORDS[0]/#\~/$HOME}" __complete "${words[@]}" 2>/dev/null)

    COMPREPLY=()
    if ((directive & 1)); then return; fi
    if [[ $(type -t compopt) == builtin ]]; then
        if ((directive & 2)); then compopt -o nospace; fi
        if ((directive & 4)); then compopt +o default; fi
    fi
    if ((${#values[@]} == 0)); then return; fi
    for value in "${values[@]}"; do
        case $QUOTE in
        '"') value=${value//\\/\\\\} value=${value//\"/\\\"} value=${value//\$/\\\$} value=${value//\`/\\\`} ;;
        "'") ;;
        *) value=$(printf '%q' "$value") value=${value#"$before"} ;;
        esac
        quoted+=("$value")
    done
    COMPREPLY=("${quoted[@]}")
    __casebook_common "${quoted[@]}"
    if [[ -n $QUOTE || ${#values[@]} -eq 1 || ${COMP_TYPE-9} == 37 || ${COMP_TYPE-9} == 42 || $REPLY != "$piece" ]]; then
        return
    fi
    # There is nothing to insert: they are listed as they are called, with what
    # they are. The blank keeps bash from inserting what they have in common.
    COMPREPLY=(' ')
    for line in "${lines[@]}"; do
        value=${line%%$'\t'*} description=${line#*$'\t'}
        if [[ $line == *$'\t'* ]]; then
            printf -v value '%-*s  (%s)' "$longest" "$value" "$description"
            value=${value:0:${COLUMNS:-80} - 1}
        fi
        COMPREPLY+=("$value")
    done
}

complete -o default -F __casebook casebook
