#!/usr/bin/env python3
"""Names every declaration of a library target that other targets see and that has no docstring; fails if there is one.

Requirements of a public protocol are public too. Overrides are left out: they inherit their text. So are the cases of
enumerations, whose names say most of what they are.
"""
import pathlib
import re
import sys

SOURCES = pathlib.Path(__file__).resolve().parent.parent / "Sources"
PROGRAMS = {"duly", "Bench"}

ATTRIBUTE = re.compile(r"@\w+(\([^()]*\))?\s*")
WORDS = (
    r"(?:(?:static|class|final|indirect|mutating|nonisolated|convenience|required|weak|lazy"
    r"|(?:internal|private|fileprivate)\(set\))\s+)*"
)
KINDS = r"(?:actor|associatedtype|class|enum|func|init|let|protocol|struct|subscript|typealias|var)\b"
PUBLIC = re.compile(r"(?:public|open|package)\s+" + WORDS + KINDS)
REQUIREMENT = re.compile(WORDS + KINDS)
PROTOCOL = re.compile(r"^(\s*)(?:@\w+\s+)*public protocol ")


def undocumented(lines):
    """The numbers of the lines, from 1, that declare something public under no docstring."""
    is_text = False  # Within a literal of several lines.
    indent = None  # That of the public protocol around the line.
    for number, line in enumerate(lines, 1):
        was_text = is_text
        if line.count('"""') % 2 == 1:
            is_text = not is_text
        if was_text:
            continue
        protocol = PROTOCOL.match(line)
        if indent is not None and line.startswith(indent + "}"):
            indent = None
        declaration = ATTRIBUTE.sub("", line.strip()) if line.lstrip().startswith("@") else line.strip()
        is_required = indent is not None and line.startswith(indent + "    ") and not line.startswith(indent + "     ")
        is_public = PUBLIC.match(declaration) or is_required and REQUIREMENT.match(declaration)
        if protocol and not line.rstrip().endswith("}"):
            indent = protocol.group(1)
        if not is_public:
            continue
        above = number - 2
        while above >= 0 and lines[above].strip().startswith("@"):
            above -= 1
        if above < 0 or not lines[above].strip().startswith("///"):
            yield number


def main():
    missing = 0
    for file in sorted(SOURCES.rglob("*.swift")):
        if file.relative_to(SOURCES).parts[0] in PROGRAMS:
            continue
        lines = file.read_text(encoding="utf-8").split("\n")
        for number in undocumented(lines):
            missing += 1
            print(f"{file.relative_to(SOURCES.parent)}:{number}: no docstring: {lines[number - 1].strip()}")
    if missing:
        sys.exit(f"{missing} public declarations have no docstring.")


if __name__ == "__main__":
    main()
