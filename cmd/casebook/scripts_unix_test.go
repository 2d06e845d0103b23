//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"casebook/tui/width"
)

// TestScripts shows cases in the writing of many languages in tmux, side by side with
// their notes: the edge between the panes is straight, and no word is cut off.
func TestScripts(t *testing.T) {
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skipf("tmux is not installed here: %v", err)
	}
	if testing.Short() {
		t.Skip("it waits for another program")
	}
	texts := []string{
		"कार्यकर्ता गिरफ्तार", "মানবাধিকার কর্মী আটক", "மனித உரிமை ஆர்வலர்", "లాయర్ అరెస్టు", "ಹಕ್ಕುಗಳ ಹೋರಾಟ", "മനുഷ്യാവകാശ പ്രവർത്തക",
		"မြန်မာ သတင်းထောက်", "អ្នកកាសែត ខ្មែរ", "මානව හිමිකම් අත්අඩංගුවට", "นักข่าว ถูกจับ", "한국어 기자", "记者被拘留", "☎️ 1️⃣ ❤️ 👍🏽", "علی\u200cرضا نمونه",
	}
	folder := t.TempDir()
	csv, library := filepath.Join(folder, "scripts.csv"), filepath.Join(folder, "scripts.db")
	rows := "id,title,note\n"
	for i, text := range texts {
		rows += strconv.Itoa(i+1) + "," + text + "," + strings.Repeat(text+" ", 6) + "the end\n"
	}
	if err := os.WriteFile(csv, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(binary(t), "import", csv, "--library", library).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	w := openWindow(t, "tmux", binary(t), "--library", library)
	for i, text := range texts {
		shown := w.waitUntil("shows a case and its note to the end", func(shown string) bool {
			_, note := panes(shown)
			note = isolates.Replace(strings.Join(strings.Fields(note), ""))
			return strings.Contains(note, strings.ReplaceAll(strings.Repeat(text, 6), " ", "")+"theend")
		})
		if edges, _ := panes(shown); len(edges) != 1 {
			t.Errorf("with %q the edge between the panes is not straight, %v:\n%s", text, edges, shown)
		}
		if i < len(texts)-1 {
			w.press("j")
		}
	}
}

// isolates takes out what keeps text that is written from right to left by itself.
var isolates = strings.NewReplacer("\u2068", "", "\u2069", "")

// panes are the columns in which the edge between two panes stands, and the text of
// the right one.
func panes(shown string) (edges map[int]bool, right string) {
	edges = map[int]bool{}
	for line := range strings.Lines(shown) {
		for _, edge := range []string{"│", "▐"} {
			if left, text, found := strings.Cut(strings.TrimRight(line, "\n"), edge); found {
				edges[width.ByLetter.Columns(left)] = true
				right += text + "\n"
				break
			}
		}
	}
	return edges, right
}
