"""Runs a program from start to end and says what it took."""
import os
import tempfile
import time
from dataclasses import dataclass


class ProgramFailed(Exception):
    """Says which program, and what it wrote."""


@dataclass(frozen=True)
class Measurement:
    output: str
    # Seconds of the clock on the wall, and of all processors together.
    wall: float
    processor: float
    # Bytes. Never below what this program itself takes: the kernel counts it in before the exec.
    peak_memory: int


def measure(command):
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        actions = [(os.POSIX_SPAWN_DUP2, output.fileno(), 1),
                   (os.POSIX_SPAWN_DUP2, errors.fileno(), 2)]
        begun = time.perf_counter()
        try:
            process = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        except OSError as error:
            raise ProgramFailed(f"{command[0]} could not be started: {error.strerror}") from error
        _, status, usage = os.wait4(process, 0)
        wall = time.perf_counter() - begun
        output.seek(0)
        errors.seek(0)
        code = os.waitstatus_to_exitcode(status)
        if code != 0:
            said = errors.read().decode(errors="replace").strip()[-500:]
            raise ProgramFailed(f"{' '.join(command)} ended with status {code}: {said}")
        return Measurement(output.read().decode(), wall, usage.ru_utime + usage.ru_stime,
                           usage.ru_maxrss * 1024)
