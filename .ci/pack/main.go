// Command pack puts the programs that .ci/release built into archives and
// packages: pack BUILT FOLDER SECONDS. BUILT has the programs, named by system and
// machine, and what goes with them; FOLDER takes the results; SECONDS is the Unix
// time that every file in them bears. It is a module of its own, so that what makes
// packages is no dependency of the program.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"debug/buildinfo"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/goreleaser/nfpm/v2"
	"github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
	"github.com/goreleaser/nfpm/v2/rpm"
)

// A release is what one run makes.
type release struct {
	built, folder string
	version       string
	time          time.Time
	made          []string // the names of the files written
}

// A part is a file of an archive or a package.
type part struct {
	name   string // in an archive
	path   string // on a system where a package is installed
	source string // in release.built
	mode   os.FileMode
}

func main() {
	if len(os.Args) != 4 {
		fail(fmt.Errorf("usage: pack BUILT FOLDER SECONDS"))
	}
	seconds, err := strconv.ParseInt(os.Args[3], 10, 64)
	if err != nil {
		fail(err)
	}
	r := release{built: os.Args[1], folder: os.Args[2], time: time.Unix(seconds, 0).UTC()}
	if err := r.make(); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "pack:", err)
	os.Exit(1)
}

func (r *release) make() error {
	modules := map[string]*debug.Module{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, machine := range []string{"amd64", "arm64"} {
			info, err := buildinfo.ReadFile(filepath.Join(r.built, system+"-"+machine))
			if err != nil {
				return err
			}
			r.version = strings.TrimPrefix(info.Main.Version, "v")
			for _, module := range info.Deps {
				modules[module.Path] = module
			}
			modules["std"] = &debug.Module{Path: "std", Version: strings.TrimPrefix(info.GoVersion, "go")}
			if err := r.archive(system, machine); err != nil {
				return err
			}
			if system == "linux" {
				if err := r.packages(machine); err != nil {
					return err
				}
			}
		}
	}
	if err := r.components(modules); err != nil {
		return err
	}
	return r.checksums()
}

// parts lists what goes with the program for a system.
func parts(system, machine string) []part {
	program := "casebook"
	if system == "windows" {
		program += ".exe"
	}
	all := []part{
		{program, "/usr/bin/casebook", system + "-" + machine, 0o755},
		{"README.md", "/usr/share/doc/casebook/README.md", "README.md", 0o644},
		{"LICENSE", "/usr/share/doc/casebook/copyright", "LICENSE", 0o644},
		{"NOTICE", "/usr/share/doc/casebook/NOTICE", "NOTICE", 0o644},
		{"licences.txt", "/usr/share/doc/casebook/licences.txt", "licences.txt", 0o644},
	}
	if system == "windows" {
		return append(all, part{"completions/casebook.ps1", "", "completion.powershell", 0o644})
	}
	return append(all,
		part{"casebook.1", "/usr/share/man/man1/casebook.1", "casebook.1", 0o644},
		part{"completions/casebook.bash", "/usr/share/bash-completion/completions/casebook", "completion.bash", 0o644},
		part{"completions/_casebook", "/usr/share/zsh/vendor-completions/_casebook", "completion.zsh", 0o644},
		part{"completions/casebook.fish", "/usr/share/fish/vendor_completions.d/casebook.fish", "completion.fish", 0o644},
	)
}

// archive writes the .tar.gz of a system, or the .zip of Windows.
func (r *release) archive(system, machine string) error {
	name := fmt.Sprintf("casebook-%s-%s-%s", r.version, system, machine)
	var out bytes.Buffer
	if system == "windows" {
		w := zip.NewWriter(&out)
		for _, p := range parts(system, machine) {
			content, err := os.ReadFile(filepath.Join(r.built, p.source))
			if err != nil {
				return err
			}
			header := &zip.FileHeader{Name: name + "/" + p.name, Method: zip.Deflate, Modified: r.time}
			header.SetMode(p.mode)
			file, err := w.CreateHeader(header)
			if err != nil {
				return err
			}
			if _, err := file.Write(content); err != nil {
				return err
			}
		}
		if err := w.Close(); err != nil {
			return err
		}
		return r.write(name+".zip", out.Bytes())
	}
	compressed := gzip.NewWriter(&out) // its header has no name and no time
	w := tar.NewWriter(compressed)
	for _, p := range parts(system, machine) {
		content, err := os.ReadFile(filepath.Join(r.built, p.source))
		if err != nil {
			return err
		}
		header := &tar.Header{Name: name + "/" + p.name, Mode: int64(p.mode), Size: int64(len(content)), ModTime: r.time, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(header); err != nil {
			return err
		}
		if _, err := w.Write(content); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	if err := compressed.Close(); err != nil {
		return err
	}
	return r.write(name+".tar.gz", out.Bytes())
}

// packages writes the .deb and the .rpm of a machine.
func (r *release) packages(machine string) error {
	manual, err := compressed(filepath.Join(r.built, "casebook.1"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(r.built, "casebook.1.gz"), manual, 0o644); err != nil {
		return err
	}
	var contents files.Contents
	for _, p := range parts("linux", machine) {
		if p.source == "casebook.1" { // Debian's policy wants manual pages compressed
			p.source, p.path = p.source+".gz", p.path+".gz"
		}
		contents = append(contents, &files.Content{
			Source: filepath.Join(r.built, p.source), Destination: p.path,
			FileInfo: &files.ContentFileInfo{Mode: p.mode, MTime: r.time, Owner: "root", Group: "root"},
		})
	}
	for ending, packager := range map[string]nfpm.Packager{"deb": deb.Default, "rpm": rpm.DefaultRPM} {
		info := nfpm.WithDefaults(&nfpm.Info{
			Name: "casebook", Arch: machine, Platform: "linux", Version: r.version, Section: "utils", Priority: "optional",
			Maintainer: "The casebook authors <noreply@casebook.invalid>", Vendor: "The casebook authors", License: "MIT", MTime: r.time, DisableGlobbing: true,
			Description:  "browser for the cases of human-rights reports\nCasebook shows the cases of a human-rights report in a terminal, offline,\nevery fact with its place in the report.",
			Overridables: nfpm.Overridables{Contents: slices.Clone(contents), RPM: nfpm.RPM{BuildHost: "casebook.invalid", Group: "Applications/Text"}},
		})
		if err := nfpm.PrepareForPackager(info, ending); err != nil {
			return err
		}
		var out bytes.Buffer
		if err := packager.Package(info, &out); err != nil {
			return err
		}
		if err := r.write(packager.ConventionalFileName(info), out.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// compressed returns a file as gzip has it, without name and time.
func compressed(path string) ([]byte, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// checksums writes SHA256SUMS over all that was made.
func (r *release) checksums() error {
	var sums strings.Builder
	slices.Sort(r.made)
	for _, name := range r.made {
		content, err := os.ReadFile(filepath.Join(r.folder, name))
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(content), name)
	}
	return r.write("SHA256SUMS", []byte(sums.String()))
}

func (r *release) write(name string, content []byte) error {
	if err := os.WriteFile(filepath.Join(r.folder, name), content, 0o644); err != nil {
		return err
	}
	r.made = append(r.made, name)
	fmt.Println(name)
	return nil
}
