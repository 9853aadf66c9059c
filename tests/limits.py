"""Run something in a process of its own, with limits that the system sets and figures of what it took."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS = 2.0
"""Of the processor, so that a busy machine fails no test."""

MEGABYTES = 300

_FRAME = """
import json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
path = Path(sys.argv[1])
from sa_wizard.errors import SaWizardError
{imports}
told, begun = "it worked", time.process_time()
try:
    {call}
except SaWizardError as error:
    told = error.sentence
seconds = time.process_time() - begun
try:  # what this process took since it became this program; the other way counts the one that started it, too
    megabytes = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
except OSError:
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
print(json.dumps([told, seconds, megabytes]))
"""


def tried(imports: str, call: str, path: Path) -> str:
    """What is said when ``call`` is made on ``path``: the sentence of a refusal, or "it worked".

    Fails when it takes more than it may, or when the sentence is no sentence.
    """
    done = subprocess.run(
        [sys.executable, "-c", _FRAME.format(imports=imports, call=call), str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told, seconds, megabytes = json.loads(done.stdout)
    assert seconds < SECONDS, told
    assert megabytes < MEGABYTES, told
    assert isinstance(told, str)
    assert len(told) < 600
    assert "\n" not in told
    return told.replace(str(path), "FILE")
