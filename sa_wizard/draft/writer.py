"""A thread that writes, so that typing never waits for a disk and a dead disk never keeps the program from ending."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TypeVar

ResultT = TypeVar("ResultT")


class Writer:
    """Does one thing after another in a thread of its own, made for the first of them.

    Why not an executor: the interpreter waits for those at its end, and a disk that hangs would hang it for ever.
    """

    def __init__(self) -> None:
        """Nothing to do yet."""
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def start(self, job: Callable[[], ResultT]) -> "Future[ResultT]":
        """Do something in the background; the future has what it returned or raised."""
        done: Future[ResultT] = Future()

        def run() -> None:
            try:
                done.set_result(job())
            except BaseException as error:
                done.set_exception(error)

        self._jobs.put(run)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
            self._thread.start()
        return done

    def _work(self) -> None:
        while True:
            self._jobs.get()()
