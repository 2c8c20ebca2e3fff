"""What runs in the race, how it is built, and what is left out where it cannot be had."""
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from comparison.exact_answers import our_quantiles, peer_quantiles

BENCHMARKS = Path(__file__).parent.parent
ROOT = BENCHMARKS.parent
PEERS = BENCHMARKS / "peers"
BUILT = BENCHMARKS / ".build-peers"
# Every peer may use all that this processor has.
C_FLAGS = ["-O3", "-march=native", "-std=gnu17", "-ffp-contract=fast", "-fno-math-errno",
           "-fno-trapping-math", "-fno-signed-zeros", "-pthread"]
MKL_LIBRARIES = ("libmkl_intel_lp64", "libmkl_sequential", "libmkl_core")


class Unavailable(Exception):
    """Why a program cannot run here, as a sentence."""


@dataclass(frozen=True)
class Program:
    name: str
    command: tuple[str, ...]
    is_ours: bool = False

    def quantiles(self, text):
        return (our_quantiles if self.is_ours else peer_quantiles)(text)


def run(command, sentence):
    """Runs a step of a build; when it fails, the sentence and the last lines say why."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Unavailable(f"{sentence}: {error}") from error
    if done.returncode != 0:
        raise Unavailable(f"{sentence}: {(done.stderr or done.stdout).strip()[-800:]}")
    return done.stdout.strip()


def ours(trials, binary):
    """`binary` is built here when it is not given."""
    if binary is None:
        run([str(ROOT / "Scripts" / "build"), "--product", "capexsim"],
            "this tool could not be built")
        binary = ROOT / ".build" / "release" / "capexsim"
    if not os.access(binary, os.X_OK):
        raise Unavailable(f"{binary} is not there, or is not a program")
    scenario = ROOT / "scenarios" / "reference-workload.yaml"
    for threads in (1, 2):
        yield Program(f"capexsim, {threads_text(threads)}",
                      (str(binary), "run", str(scenario), "--trials", str(trials), "--threads",
                       str(threads), "--format", "csv"), is_ours=True)


def numpy(trials, installs):
    python = sys.executable
    if subprocess.run([python, "-c", "import numpy"], capture_output=True, check=False).returncode:
        python = environment("numpy", ["numpy"], installs)
    yield Program("NumPy, as an analyst writes it",
                  (python, str(PEERS / "numpy_reference.py"), str(trials)))
    for threads in (1, 2):
        yield Program(f"NumPy, fastest, {threads_text(threads)}",
                      (python, str(PEERS / "numpy_fastest.py"), str(trials), str(threads)))


def c_with_gsl(trials, _):
    flags = run(["pkg-config", "--cflags", "--libs", "gsl"], "the library GSL was not found")
    binary = compiled("reference", flags.split())
    for mode, title in (("sort", "gsl_sort"), ("selection", "selection")):
        yield Program(f"C with GSL, {title}", (binary, mode, str(trials)))


def fastest_c(trials, _):
    binary = compiled("fastest", ["-lm"])
    for threads in (1, 2):
        yield Program(f"C, fastest, {threads_text(threads)}", (binary, str(trials), str(threads)))


def onemkl(trials, installs):
    python = environment("onemkl", ["mkl", "mkl-devel"], installs)
    folder = Path(python).parent.parent
    libraries = [next(iter(sorted((folder / "lib").glob(f"{name}.so*"))), None)
                 for name in MKL_LIBRARIES]
    if None in libraries or not (folder / "include" / "mkl_vsl.h").exists():
        raise Unavailable(f"oneMKL: headers or libraries are missing in {folder.name}")
    binary = compiled("onemkl", [f"-I{folder / 'include'}", *map(str, libraries),
                                 f"-Wl,-rpath,{folder / 'lib'}", "-lm"], name="onemkl-race")
    for threads in (1, 2):
        yield Program(f"oneMKL, {threads_text(threads)}", (binary, str(trials), str(threads)))


PEER_GROUPS = (numpy, c_with_gsl, fastest_c, onemkl)


def threads_text(threads):
    return "1 thread" if threads == 1 else f"{threads} threads"


def compiled(source, flags, name=None):
    BUILT.mkdir(exist_ok=True)
    binary = BUILT / (name or source)
    compiler = os.environ.get("CC", "cc")
    run([compiler, *C_FLAGS, str(PEERS / f"{source}.c"), "-o", str(binary), *flags],
        f"{source}.c could not be compiled")
    return str(binary)


def environment(name, packages, installs):
    """The Python of an environment with the packages, made when that is allowed."""
    folder = BUILT / name
    python, stamp = folder / "bin" / "python3", folder / "installed"
    if not stamp.exists():
        if not installs:
            raise Unavailable(f"{' and '.join(packages)} not found; --install fetches them into "
                              f"{folder.relative_to(ROOT)}")
        shutil.rmtree(folder, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(folder)], "no Python environment could be made")
        run([str(python), "-m", "pip", "install", "--quiet", *packages],
            f"{' and '.join(packages)} could not be installed")
        stamp.write_text("\n".join(packages) + "\n", encoding="ascii")
    return str(python)
