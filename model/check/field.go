package check

import (
	"fmt"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
)

// ownFields checks the fields that the pack declares.
func (c *Checker) ownFields() {
	c.kinds = map[string]model.FieldKind{}
	for i, field := range c.pack.Fields {
		path := item("$.fields", i)
		if c.required(path+".name", "name", field.Name) {
			c.nameEnd(path+".name", field.Name)
		}
		known(c, path+".kind", "kind of field", field.Kind, model.FieldKinds())
		c.fields.add(field.Name)
		c.kinds[field.Name] = field.Kind
	}
	c.unique("$.fields", ".name", "field", c.fields.list)
}

// fieldValue checks a value of a custom field.
func (c *Checker) fieldValue(path string, value model.FieldValue) {
	if !c.required(path+".name", "name of the field", value.Name) || !c.required(path+".value", "value", value.Value) {
		return
	}
	kind, ok := c.kinds[value.Name]
	if !ok {
		hint := "add it under fields, with its kind"
		if near, ok := model.Nearest(value.Name, c.fields.list); ok {
			hint = fmt.Sprintf("did you mean %q? Otherwise %s", near, hint)
		}
		c.add(path+".name", fmt.Sprintf("there is no field %q in this pack", value.Name), hint)
		return
	}
	switch {
	case kind == model.FieldNumber && !model.PlainNumber(value.Value):
		c.add(path+".value", fmt.Sprintf("%q is not a valid number", value.Value), "write digits and at most one point, such as 1500000, or make the field a text")
	case kind == model.FieldLink && !model.ValidLink(value.Value):
		c.add(path+".value", fmt.Sprintf("%q is not a valid link", value.Value), "write it in full, such as https://example.org, or make the field a text")
	case kind == model.FieldDate:
		if _, err := edtf.Parse(value.Value); err != nil {
			message, hint, _ := strings.Cut(err.Error(), ": ")
			c.add(path+".value", message, hint)
		}
	}
}
