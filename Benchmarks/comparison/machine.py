"""The machine and the versions, without which a time says nothing."""
import datetime
import os
import platform
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from comparison.programs import BUILT, ROOT


def answer(*command):
    """The first line that a command prints, or nothing."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return (done.stdout.splitlines() or [""])[0].strip() if done.returncode == 0 else ""


def processor():
    """The kernel's own words; the numbers tell models apart that share a name."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return answer("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()
    fields = dict(re.findall(r"^(model name|cpu family|model|stepping)\s*: (.*)$", text, re.M))
    flags = re.search(r"^flags\s*: (.*)$", text, re.M)
    widest = next((name for name, flag in (("AVX-512", "avx512f"), ("AVX2", "avx2"))
                   if flags and flag in flags[1].split()), "neither AVX2 nor AVX-512")
    return (f"{fields.get('model name', platform.machine())}, family {fields.get('cpu family')}, "
            f"model {fields.get('model')}, {widest}")


def installed_version(environment, package):
    """Of a package in one of our own environments, or of this Python."""
    folders = [str(path) for path in (BUILT / environment).glob("lib/python*/site-packages")]
    for distribution in metadata.distributions(name=package, path=folders or sys.path):
        return distribution.version
    return ""


def lines():
    now = datetime.datetime.now(datetime.timezone.utc)
    described = answer("git", "-C", str(ROOT), "describe", "--always", "--dirty")
    versions = {
        "capexsim": f"commit {described}" if described else "",
        "Swift": answer("swift", "--version"),
        "C compiler": answer(os.environ.get("CC", "cc"), "--version"),
        "GSL": answer("pkg-config", "--modversion", "gsl"),
        "Python": platform.python_version(),
        "NumPy": installed_version("numpy", "numpy"),
        "oneMKL": installed_version("onemkl", "mkl"),
    }
    yield "Date", now.strftime("%d %B %Y, %H:%M UTC").lstrip("0")
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count()
    yield "Processor", f"{processor()}; {cores} cores to use"
    yield "System", f"{platform.system()} {platform.release()}"
    yield from ((name, version) for name, version in versions.items() if version)


def onemkl_code(command):
    """Which of its variants oneMKL loaded for the vector functions; it chooses by processor."""
    environment = dict(os.environ, LD_DEBUG="files")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    names = set(re.findall(r"libmkl_vml_(\w+)\.so", done.stderr))
    return ", ".join(sorted(names))
