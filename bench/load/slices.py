"""A fixed slice of processor for a process, so that one bot has as much where it is alone as where there are two."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLD, NEW = Path("/sys/fs/cgroup/cpu"), Path("/sys/fs/cgroup")
PERIOD = 100_000


@contextmanager
def slice_of(pid: int, cores: float) -> Iterator[None]:
    """Let a process use so many cores at most, until it has ended. Needs root, and the system's control groups."""
    group = (OLD if OLD.is_dir() else NEW) / f"orosboten-{pid}"
    quota = int(cores * PERIOD)
    try:
        if group.parent == NEW:
            (NEW / "cgroup.subtree_control").write_text("+cpu")
        group.mkdir()
        if group.parent == NEW:
            (group / "cpu.max").write_text(f"{quota} {PERIOD}")
        else:
            (group / "cpu.cfs_period_us").write_text(str(PERIOD))
            (group / "cpu.cfs_quota_us").write_text(str(quota))
        (group / "cgroup.procs").write_text(str(pid))
    except OSError as error:
        raise RuntimeError(f"{group}: no slice of processor could be made ({error}). Run it as root.") from error
    try:
        yield
    finally:
        (group.parent / "cgroup.procs").write_text(str(pid))
        group.rmdir()
