"""How much memory another process holds, where the system cannot be told to limit it."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS, whose last but one number is the memory committed."""

        _fields_ = (
            ("size", wintypes.DWORD),
            ("page_faults", wintypes.DWORD),
            *((f"count_{at}", ctypes.c_size_t) for at in range(6)),
            ("committed", ctypes.c_size_t),
            ("most_committed", ctypes.c_size_t),
        )

    _QUERY_AND_READ = 0x1000 | 0x0010

    def memory_of(process: int) -> int:
        """Bytes committed to a process; 0 when it cannot be asked."""
        kernel = ctypes.windll.kernel32
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_QUERY_AND_READ, 0, process)
        if not handle:
            return 0
        counters = _Counters(size=ctypes.sizeof(_Counters))
        asked = kernel.K32GetProcessMemoryInfo(
            wintypes.HANDLE(handle), ctypes.byref(counters), counters.size
        )
        kernel.CloseHandle(wintypes.HANDLE(handle))
        return int(counters.committed) if asked else 0

else:

    def memory_of(process: int) -> int:  # noqa: ARG001 - the child limits itself here
        """Nothing to look at: the child's own limit holds."""
        return 0
