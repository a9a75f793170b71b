#!/usr/bin/env python3
"""Writes the workbooks of this folder, as programs write them: run it in the folder, after a change."""
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What the styles of a cell are, from 0.
FORMATS = ["General", "dd/mm/yyyy", "00000", '#,##0.00\\ "€"', "[$-407]d. mmmm yyyy;@", '[Red]"Tag "0', "yyyy-mm-dd h:mm", "@",
           '"D"00000', "[$$-409]#,##0.00", "[$$-C0C]#,##0.00", "0.0%"]


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def letters(column):
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Texts:
    """The shared texts of a workbook."""

    def __init__(self):
        self.numbers = {}

    def number(self, text):
        return self.numbers.setdefault(text, len(self.numbers))

    def xml(self):
        items = []
        for text in self.numbers:
            if "|" in text:  # in two fonts, with a reading aid
                first, second = text.split("|")
                items.append(
                    f"<si><r><rPr><b/></rPr><t>{escaped(first)}</t></r><r><t xml:space=\"preserve\">{escaped(second)}"
                    '</t></r><rPh sb="0" eb="1"><t>aid</t></rPh></si>')
            else:
                items.append(f'<si><t xml:space="preserve">{escaped(text)}</t></si>')
        return HEAD + f'<sst xmlns="{MAIN}" count="{len(items)}" uniqueCount="{len(items)}">{"".join(items)}</sst>'


def cell(value, place, texts):
    """A cell: text, a number, (number, style), ("=", formula, value or None), ("error", text), True, or None."""
    style = ""
    if isinstance(value, tuple) and value[0] == "=":
        _, formula, result = value
        kept = "" if result is None else f"<v>{result}</v>"
        return f'<c r="{place}"><f>{escaped(formula)}</f>{kept}</c>'
    if isinstance(value, tuple) and value[0] == "error":
        return f'<c r="{place}" t="e"><v>{value[1]}</v></c>'
    if isinstance(value, tuple) and value[0] == "day":
        return f'<c r="{place}" t="d"><v>{value[1]}</v></c>'
    if isinstance(value, tuple):
        value, number = value
        style = f' s="{number}"'
    if value is None:
        return f'<c r="{place}"{style}/>' if style else ""
    if value is True or value is False:
        return f'<c r="{place}"{style} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str) and texts is None:
        return f'<c r="{place}"{style} t="inlineStr"><is><t>{escaped(value)}</t></is></c>'
    if isinstance(value, str):
        return f'<c r="{place}"{style} t="s"><v>{texts.number(value)}</v></c>'
    return f'<c r="{place}"{style}><v>{value!r}</v></c>'


def sheet(rows, texts, has_places=True, extra=""):
    """rows: a list of rows, or a dictionary of them by number from 1."""
    numbered = rows if isinstance(rows, dict) else dict(enumerate(rows, 1))
    lines = []
    for number, row in numbered.items():
        cells = "".join(cell(value, letters(column) + str(number), texts) for column, value in enumerate(row))
        lines.append(f'<row r="{number}" spans="1:{len(row)}">{cells}</row>')
    body = HEAD + f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData>{"".join(lines)}</sheetData>{extra}</worksheet>'
    if not has_places:
        import re
        body = re.sub(r'(<c|<row) r="[A-Z0-9]+"( spans="[0-9:]+")?', r"\1", body)
    return body


def styles():
    custom = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{escaped(f)}"/>' for n, f in enumerate(FORMATS) if n)
    cells = "".join(f'<xf numFmtId="{0 if n == 0 else 164 + n}"/>' for n in range(len(FORMATS)))
    return (HEAD + f'<styleSheet xmlns="{MAIN}"><numFmts count="7">{custom}</numFmts>'
            f'<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs>{cells}</cellXfs></styleSheet>')


def workbook(name, sheets, texts=None, properties="", states=None, strict=False, prefix="", folder="xl", separator="/"):
    """sheets: pairs of a name and the sheet's XML, made with the same texts."""
    states = states or {}
    tabs = "".join(
        f'<sheet name="{escaped(tab)}" sheetId="{n}" r:id="rId{n}"'
        + (f' state="{states[tab]}"' if tab in states else "") + "/>" for n, (tab, _) in enumerate(sheets, 1))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1))
    links += f'<Relationship Id="rId90" Type="{OFFICE}/styles" Target="styles.xml"/>'
    if texts:
        links += f'<Relationship Id="rId91" Type="{OFFICE}/sharedStrings" Target="/{folder}/sharedStrings.xml"/>'
    parts = {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": HEAD + f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="{folder}/workbook.xml"/></Relationships>',
        f"{folder}/workbook.xml": HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr {properties}/>'
        f"<sheets>{tabs}</sheets></workbook>",
        f"{folder}/_rels/workbook.xml.rels": HEAD + f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        f"{folder}/styles.xml": styles(),
    }
    for n, (_, body) in enumerate(sheets, 1):
        parts[f"{folder}/worksheets/sheet{n}.xml"] = body
    if texts:
        parts[f"{folder}/sharedStrings.xml"] = texts.xml()
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, body in parts.items():
            if strict:
                body = body.replace(MAIN, STRICT).replace(OFFICE, STRICT_OFFICE)
            if prefix and "worksheet " in body[:300]:
                body = prefixed(body, prefix)
            info = zipfile.ZipInfo(part.replace("/", separator), (2026, 10, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if part == "_rels/.rels" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, body)


def prefixed(body, prefix):
    import re
    body = re.sub(r"<(/?)([a-zA-Z])", rf"<\1{prefix}:\2", body.split("\n", 1)[1])
    return HEAD + body.replace("xmlns=", f"xmlns:{prefix}=", 1)


def day(year, month, date, since=(1899, 12, 30)):
    import datetime
    return (datetime.date(year, month, date) - datetime.date(*since)).days


def main():
    d = lambda *parts: (day(*parts), 1)  # noqa: E731
    workbook("openpyxl-inline-strings.xlsx", [("Sheet", sheet([
        ["Customer No", "Customer Name", "Invoice No", "Invoice Date", "Due Date", "Currency", "Open Amount"],
        ["C-1", "Ashe & Sons", 1001, d(2026, 8, 3), d(2026, 9, 2), "EUR", 1.234],
        ["C-2", "Birk \"Nord\" AS", 1002, d(2026, 8, 4), (day(2026, 9, 3) + 0.75, 6), "EUR", 0.1 + 0.2],
    ], None))])

    texts = Texts()
    workbook("excel-german-with-titles.xlsx", [
        ("Parameter", sheet([["Buchungskreis", "1000"]], texts)),
        ("Offene Posten", sheet({
            1: ["Offene Posten Debitoren"],
            2: ["Stand: 30.09.2026"],
            4: ["Debitor", "Name", "Belegnummer", "Belegdatum", "Fälligkeit", "Währung", "Offener Betrag"],
            5: [(47, 2), "Gärtnerei |Roth", 4711, (day(2026, 8, 3), 4), (day(2026, 9, 2), 4), "EUR", (1234.5, 3)],
            6: [(47, 2), "Gärtnerei |Roth", 4712, (day(2026, 8, 5), 4), (day(2026, 9, 4), 4), "EUR", (-34.5, 3)],
            9: [(10048, 2), "Holz_x000D_\nAdler", 4713, (day(2026, 8, 5), 4), None, "EUR", ("=", "G5*2", 2469)],
            10: ["Summe", None, None, None, None, None, ("=", "SUM(G5:G9)", 3669)],
        }, texts, extra='<mergeCells count="1"><mergeCell ref="A1:G1"/></mergeCells>')),
    ], texts, states={"Parameter": "hidden"})

    texts = Texts()
    workbook("libreoffice-cover-sheet.xlsx", [
        ("Cover", sheet([["Aged receivables"], ["Printed for the board"]], texts)),
        ("Items", sheet([
            ["Customer", "Invoice", "Date", "Due", "Balance", "Currency"],
            ["Oak House", "R-1", d(2026, 8, 1), d(2026, 8, 31), 1234, "GBP"],
            ["Oak House", "R-2", d(2026, 8, 2), d(2026, 9, 1), 0.5, "GBP"],
            ["Elm Court", "R-3", d(2026, 8, 3), d(2026, 9, 2), ("error", "#REF!"), "GBP"],
        ], texts)),
    ], texts)

    workbook("strict-with-prefixes.xlsx", [("Sheet1", sheet([
        ["Customer No", "Invoice No", "Invoice Date", "Due Date", "Currency", "Open Amount", "Paid"],
        ["7", "I7", ("day", "2026-09-01T00:00:00"), ("day", "2026-10-01"), "EUR", 100, False],
        ["7", "I8", ("day", "2026-09-01T00:00:00"), ("day", "2026-10-02"), "EUR", 50.25, False],
    ], None, has_places=False))], strict=True, prefix="x", separator="\\")

    texts = Texts()
    workbook("german-customers.xlsx", [("Debitoren", sheet([
        ["Kundennummer", "Firma", "Telefon", "Ansprechpartner", "E-Mail"],
        [(47, 2), "Gärtnerei Roth", "+49 30 1234567", "Frau Roth", "roth@example.com"],
        [(48, 2), "Holz Adler", 4930765432, "Herr Adler", "adler@example.com"],
    ], texts))], texts)

    texts = Texts()
    workbook("amounts-as-texts-and-numbers.xlsx", [("Tabelle1", sheet([
        ["Kundennummer", "Rechnungsnummer", "Rechnungsdatum", "Fällig am", "Währung", "Offen"],
        ["K1", "1", d(2026, 9, 1), d(2026, 10, 1), "EUR", "1.234,56"],
        ["K1", "2", d(2026, 9, 1), d(2026, 10, 1), "EUR", "1.000"],
        ["K2", "3", d(2026, 9, 1), d(2026, 10, 1), "EUR", 1.234],
        ["K2", "4", d(2026, 9, 1), d(2026, 10, 1), "EUR", 12.5],
    ], texts))], texts)

    workbook("days-from-1904.xlsx", [("List", sheet([
        ["Customer No", "Invoice No", "Invoice Date", "Due Date", "Currency", "Open Amount"],
        ["7", "I7", (day(2026, 9, 1, (1904, 1, 1)), 1), (day(2026, 10, 1, (1904, 1, 1)), 1), "EUR", 10],
    ], None))], properties='date1904="1"')

    workbook("days-from-1904-without-formats.xlsx", [("List", sheet([
        ["Customer No", "Invoice No", "Invoice Date", "Due Date", "Currency", "Open Amount"],
        ["7", "I7", day(2026, 9, 1, (1904, 1, 1)), day(2026, 10, 1, (1904, 1, 1)), "EUR", 10],
    ], None))], properties='date1904="1"')

    workbook("currencies-in-formats.xlsx", [("List", sheet([
        ["Customer No", "Invoice No", "Invoice Date", "Due Date", "Discount", "Open Amount"],
        [(7, 8), "I7", d(2026, 9, 1), d(2026, 10, 1), (0.02, 11), (10.5, 9)],
        [(123, 8), "I8", d(2026, 9, 1), d(2026, 10, 1), (0.02, 11), (20, 10)],
    ], None))])

    workbook("formulas-without-values.xlsx", [("List", sheet([
        ["Customer No", "Invoice No", "Invoice Date", "Due Date", "Currency", "Amount", "Paid", "Open Amount"],
        ["7", "I7", d(2026, 9, 1), d(2026, 10, 1), "EUR", 100, 40, ("=", "F2-G2", None)],
        ["8", "I8", d(2026, 9, 1), d(2026, 10, 1), "EUR", 100, 0, ("=", "F3-G3", 100)],
    ], None))])

    workbook("days-and-months-exchanged.xlsx", [("List", sheet([
        ["Customer No", "Invoice No", "Invoice Date", "Currency", "Open Amount"],
        ["7", "I1", d(2026, 3, 8), "EUR", 10], ["7", "I2", d(2026, 5, 8), "EUR", 10],
        ["7", "I3", d(2026, 12, 8), "EUR", 10], ["7", "I4", "25/08/2026", "EUR", 10],
    ], None))])

    header = ["Customer No", "Invoice No", "Invoice Date", "Due Date", "Currency", "Open Amount"]
    workbook("sheet-for-each-company.xlsx", [
        ("Company 1", sheet([header, ["7", "I7", d(2026, 9, 1), d(2026, 10, 1), "EUR", 10]], None)),
        ("Company 2", sheet([header, ["8", "I8", d(2026, 9, 1), d(2026, 10, 1), "EUR", 20]], None)),
    ])

    texts = Texts()
    workbook("payments-and-customers.xlsx", [
        ("Receipts", sheet([
            ["Payment No", "Customer No", "Invoice No", "Payment Date", "Currency", "Amount"],
            ["P1", "7", "I7", d(2026, 9, 20), "EUR", 60.5],
            ["P2", "8", "I8", d(2026, 9, 21), "EUR", 39.5],
        ], texts)),
        ("Customers", sheet([["Customer No", "Customer Name", "Phone", "E-Mail"],
                             ["7", "Elm", "+44 20 7946 0000", "elm@example.com"]], texts)),
    ], texts)


if __name__ == "__main__":
    main()
