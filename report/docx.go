package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// The parts of a Word file that are the same in each: which part is what, which
// one is the text, and how it looks. It is ECMA-376, and the least of it that
// Word and LibreOffice read without a complaint.
const (
	docxTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`
	docxRels  = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	docxInner = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`
	docxSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
)

// docxStyles are the paragraph styles: their names in Word, and their looks.
var docxStyles = map[style]struct{ id, name, looks string }{
	titled:     {"Title", "Title", `<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>`},
	section:    {"Heading1", "heading 1", `<w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>`},
	chapter:    {"Heading2", "heading 2", `<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>`},
	subchapter: {"Heading3", "heading 3", `<w:pPr><w:keepNext/><w:spacing w:before="160"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/></w:rPr>`},
	quotation:  {"Quote", "Quote", `<w:pPr><w:ind w:left="567" w:right="567"/></w:pPr><w:rPr><w:i/></w:rPr>`},
	item:       {"List1", "List", `<w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr>`},
	subitem:    {"List2", "List 2", `<w:pPr><w:ind w:left="851" w:hanging="284"/></w:pPr>`},
}

// docxTime is the time of all parts: the same memo is the same bytes, on any day.
var docxTime = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// writeDocx writes blocks as a Word file.
func writeDocx(w io.Writer, all []block) error {
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRels},
		{"word/_rels/document.xml.rels", docxInner},
		{"word/styles.xml", docxStyleSheet()},
		{"word/document.xml", docxDocument(all)},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: docxTime})
		if err == nil {
			_, err = io.WriteString(f, part.text)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

func docxStyleSheet() string {
	var b strings.Builder
	b.WriteString(xml.Header + `<w:styles ` + docxSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	for s := titled; s <= tabular; s++ {
		if d, ok := docxStyles[s]; ok {
			fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/>%s</w:style>`, d.id, d.name, d.looks)
		}
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}

func docxDocument(all []block) string {
	var b strings.Builder
	b.WriteString(xml.Header + `<w:document ` + docxSpace + `><w:body>`)
	for i, x := range all {
		if x.style == tabular {
			docxTable(&b, x.table)
			continue
		}
		if !x.flows {
			b.WriteString(`<w:p>`)
			if d, ok := docxStyles[x.style]; ok {
				fmt.Fprintf(&b, `<w:pPr><w:pStyle w:val="%s"/></w:pPr>`, d.id)
			}
		}
		docxRuns(&b, x)
		if i+1 == len(all) || !all[i+1].flows {
			b.WriteString(`</w:p>`)
		}
	}
	b.WriteString(`<w:sectPr><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return b.String()
}

// docxRuns writes the text of a block, with what it stands on.
func docxRuns(b *strings.Builder, x block) {
	text := clean(x.text)
	switch {
	case x.flows:
		text = " " + text
	case listed(x.style):
		text = "• " + text
	}
	looks := ""
	if x.style == lead1 {
		looks = `<w:b/>`
	}
	docxRun(b, looks, text)
	if x.by != "" {
		docxRun(b, "", " — "+clean(x.by))
	}
	if x.note != "" {
		docxRun(b, `<w:color w:val="595959"/><w:sz w:val="18"/>`, " ["+x.note+"]")
	}
}

func docxRun(b *strings.Builder, looks, text string) {
	if looks != "" {
		looks = `<w:rPr>` + looks + `</w:rPr>`
	}
	var escaped bytes.Buffer
	xml.EscapeText(&escaped, []byte(text)) // a buffer takes all
	fmt.Fprintf(b, `<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, looks, escaped.String())
}

func docxTable(b *strings.Builder, rows [][]string) {
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>`)
	for k := range rows[0] {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, docxWidth(k, rows[0]))
	}
	b.WriteString(`</w:tblGrid>`)
	for i, row := range rows {
		looks := ""
		if i == 0 {
			looks = `<w:b/>`
		}
		b.WriteString(`<w:tr>`)
		for k, c := range row {
			fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p>`, docxWidth(k, row))
			if numeric(k, row) {
				b.WriteString(`<w:pPr><w:jc w:val="right"/></w:pPr>`)
			}
			docxRun(b, looks, clean(c))
			b.WriteString(`</w:p></w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
}

// docxWidth is how wide a column of a table is, in twentieths of a point: the
// first holds a word, the last a sentence, those between numbers.
func docxWidth(column int, row []string) int {
	switch {
	case column == 0:
		return 1500
	case numeric(column, row):
		return 1000
	}
	return 5800
}
