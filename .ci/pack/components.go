package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
)

// components writes what the programs are made of, as CycloneDX has it.
func (r *release) components(modules map[string]*debug.Module) error {
	texts, err := licenceTexts(filepath.Join(r.built, "licences.txt"))
	if err != nil {
		return err
	}
	bom := cyclonedx.NewBOM()
	bom.Metadata = &cyclonedx.Metadata{
		Timestamp: r.time.Format(time.RFC3339),
		Component: &cyclonedx.Component{Type: cyclonedx.ComponentTypeApplication, Name: "casebook", Version: r.version, BOMRef: "casebook"},
	}
	var components []cyclonedx.Component
	for path, module := range modules {
		component := cyclonedx.Component{
			Type: cyclonedx.ComponentTypeLibrary, Name: path, Version: module.Version, Scope: cyclonedx.ScopeRequired,
			PackageURL: "pkg:golang/" + path + "@" + module.Version,
		}
		component.BOMRef = component.PackageURL
		if module.Sum != "" { // the module's hash as go.sum has it, which is none of CycloneDX's kinds
			component.Properties = &[]cyclonedx.Property{{Name: "casebook:go.sum", Value: module.Sum}}
		}
		text := texts[path+" "+module.Version]
		if path == "std" {
			text = texts["Go's standard library"]
		}
		if text == "" {
			return fmt.Errorf("licences.txt has nothing for %s %s", path, module.Version)
		}
		licence := cyclonedx.License{ID: licenceID(text)}
		if licence.ID == "" {
			licence.Name = "see licences.txt"
		}
		component.Licenses = &cyclonedx.Licenses{{License: &licence}}
		components = append(components, component)
	}
	slices.SortFunc(components, func(a, b cyclonedx.Component) int { return strings.Compare(a.Name, b.Name) })
	bom.Components = &components
	var out bytes.Buffer
	encoder := cyclonedx.NewBOMEncoder(&out, cyclonedx.BOMFileFormatJSON)
	encoder.SetPretty(true)
	if err := encoder.Encode(bom); err != nil {
		return err
	}
	return r.write(fmt.Sprintf("casebook-%s.cdx.json", r.version), out.Bytes())
}

// licenceTexts reads the texts of licences.txt by module and version.
func licenceTexts(path string) (map[string]string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, section := range strings.Split(string(content), strings.Repeat("=", 78)+"\n")[1:] {
		module, text, _ := strings.Cut(section, "\n")
		texts[module] = text
	}
	return texts, nil
}

// licenceID returns the SPDX identifier of a licence by a sentence that it alone
// has; empty where it is none of those.
func licenceID(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, known := range []struct{ sentence, id string }{
		{"Apache License Version 2.0", "Apache-2.0"},
		{"Permission is hereby granted, free of charge", "MIT"},
		{"Permission to use, copy, modify, and/or distribute", "ISC"},
		{"Neither the name", "BSD-3-Clause"},
		{"Redistributions in binary form", "BSD-2-Clause"},
	} {
		if strings.Contains(text, known.sentence) {
			return known.id
		}
	}
	return ""
}
