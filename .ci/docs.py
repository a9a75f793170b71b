#!/usr/bin/env python3
"""Builds the documentation of every library target with DocC into .build-docs; a warning is an error.

Expects a debug build of the package: its modules are what the symbols are read from. The pages are in
.build-docs/MODULE.doccarchive; `docc preview` and any web server show them.
"""
import json
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUTPUT = ROOT / ".build-docs"
PROGRAMS = {"duly", "Bench"}


def targets():
    """Names of the library targets: the folders of sources in Swift that are no program's."""
    folders = sorted(path for path in (ROOT / "Sources").iterdir() if path.is_dir())
    return [path.name for path in folders if path.name not in PROGRAMS and any(path.rglob("*.swift"))]


def include_paths():
    """Where the compiler finds the modules in C that ours and our libraries import."""
    build = ROOT / ".build"
    maps = [*(ROOT / "Sources").rglob("module.modulemap"), *(build / "checkouts").glob("*/Sources/*/module.modulemap")]
    maps += (build / "checkouts").glob("*/Sources/*/include/module.modulemap")
    paths = [word for path in sorted(maps) for word in ("-I", str(path.parent))]
    # Those of targets in C without a map of their own, which the build writes.
    made = sorted((build / "debug").glob("*.build/module.modulemap"))
    return paths + [word for path in made for word in ("-Xcc", f"-fmodule-map-file={path}")]


def run(command):
    """Runs a command and returns what it printed; what it says is shown if it fails."""
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{result.stdout}{result.stderr}")
    return result.stdout + result.stderr


def main():
    swift = sys.argv[1] if len(sys.argv) > 1 else "swift"
    tools = pathlib.Path(shutil.which(swift) or sys.exit(f"There is no {swift}.")).resolve().parent
    docc = tools / "docc"
    if not docc.exists():
        sys.exit(f"This toolchain has no DocC: {docc}")
    triple = json.loads(run([tools / "swiftc", "-print-target-info"]))["target"]["triple"]
    shutil.rmtree(OUTPUT, ignore_errors=True)
    for name in targets():
        graphs = OUTPUT / "graphs" / name
        graphs.mkdir(parents=True)
        run(
            [tools / "swift", "symbolgraph-extract", "-module-name", name, "-target", triple, *include_paths()]
            + ["-I", ".build/debug/Modules", "-minimum-access-level", "public", "-skip-synthesized-members"]
            + ["-module-cache-path", OUTPUT / "cache", "-output-dir", graphs]
        )
        archive = OUTPUT / f"{name}.doccarchive"
        run(
            [docc, "convert", "--additional-symbol-graph-dir", graphs, "--output-path", archive]
            + ["--fallback-display-name", name, "--fallback-bundle-identifier", f"duly.{name}"]
            + ["--warnings-as-errors"]
        )
        print(f"{name}: {archive.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
