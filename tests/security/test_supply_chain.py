"""What is installed and how it is run: all pinned by its hash, nothing with more rights than it needs."""

import re
import tarfile
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from tests.conftest import ROOT

LOCKS = [path for path in sorted((ROOT / "requirements").glob("*.txt")) if "--hash" in path.read_text()]
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yml").read_text())["services"]
KUBERNETES = [
    document
    for path in sorted((ROOT / "deploy" / "kubernetes").glob("*.yml"))
    for document in yaml.safe_load_all(path.read_text())
]
PODS = {one["metadata"]["name"]: one["spec"]["template"]["spec"] for one in KUBERNETES if one["kind"] == "Deployment"}
HOLDERS = ("bot", "redis")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_is_pinned_with_its_hashes(lock: Path) -> None:
    text = lock.read_text()
    packages = re.split(r"\n(?=[a-z])", re.sub(r"(?m)^\s*#.*\n", "", text))
    loose = [one.split()[0] for one in packages if not (re.match(r"[\w.\[\]-]+==\S+", one) and "--hash=sha256:" in one)]
    assert len(packages) >= 1 and loose == []
    assert "://" not in text, "a package from elsewhere than the index"


def test_nothing_is_installed_without_its_hash() -> None:
    commands = (ROOT / "scripts" / "setup.py").read_text()
    assert commands.count('"install"') + commands.count('"sync"') == commands.count('"--require-hashes"') + 1
    assert '"python", "install"' in commands, "that one is Python itself, from uv"
    assert "pip install" not in (ROOT / "deploy" / "Dockerfile").read_text()


def test_the_model_holds_data_and_no_code(model: Path) -> None:
    with tarfile.open(model) as archive:
        files = {one.name: archive.extractfile(one) for one in archive if one.isfile()}
        kinds = {Path(name).suffix for name in files}
        numbers = [content.read() for name, content in files.items() if content and name.endswith((".npy", ".npz"))]
    assert kinds <= {".json", ".yml", ".npy", ".npz"} and numbers
    for content in numbers:
        read = np.load(BytesIO(content), allow_pickle=False)
        parts = [read[name] for name in read.files] if isinstance(read, np.lib.npyio.NpzFile) else [read]
        assert all(np.issubdtype(part.dtype, np.number) for part in parts)


@pytest.mark.parametrize("service", COMPOSE)
def test_a_container_is_not_root_cannot_write_and_dumps_no_core(service: str) -> None:
    one: dict[str, Any] = COMPOSE[service]
    assert one["read_only"] and one["cap_drop"] == ["ALL"] and one["ulimits"] == {"core": 0}
    assert one["security_opt"] == ["no-new-privileges:true"] and one["mem_limit"]
    assert one.get("user", "image").split(":")[0] not in ("0", "root")


@pytest.mark.parametrize("service", HOLDERS)
def test_what_holds_words_is_never_swapped_and_has_no_way_out(service: str) -> None:
    one = COMPOSE[service]
    assert one["memswap_limit"] == one["mem_limit"]
    assert one.get("network_mode") == "none" or one["networks"] == ["inside"]
    assert "ports" not in one


def test_no_image_is_run_as_root() -> None:
    stages = re.split(r"(?m)^FROM ", (ROOT / "deploy" / "Dockerfile").read_text())[1:]
    run = [stage for stage in stages if "\nCMD" in stage or "AS proxy" in stage]
    assert len(run) == 2 and all(re.search(r"(?m)^USER (?!root|0)", stage) for stage in run)


def test_the_bots_image_has_a_home_that_can_be_written() -> None:
    bot = (ROOT / "deploy" / "Dockerfile").read_text().split(" AS bot")[1].split("\nFROM ")[0]
    assert re.search(r"(?m)^ENV .*\bHOME=/tmp\b", bot), "a user without a name has no home, and no model is loaded"


@pytest.mark.parametrize("name", PODS)
def test_a_pod_is_not_root_cannot_write_and_calls_nobody(name: str) -> None:
    pod = PODS[name]
    assert pod["securityContext"]["runAsNonRoot"] and pod["securityContext"]["seccompProfile"]
    assert not pod["automountServiceAccountToken"]
    for container in pod["containers"]:
        rights = container["securityContext"]
        assert rights["readOnlyRootFilesystem"] and not rights["allowPrivilegeEscalation"]
        assert rights["capabilities"] == {"drop": ["ALL"]} and container["resources"]["limits"]["memory"]
    policies = [one["spec"] for one in KUBERNETES if one["kind"] == "NetworkPolicy"]
    assert {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]} in policies


def test_the_proxy_keeps_no_log_and_shows_operators_pages_to_nobody() -> None:
    proxy = (ROOT / "deploy" / "haproxy.cfg").read_text()
    assert not re.search(r"(?m)^\s*(log|option httplog|option tcplog|capture)\b", proxy)
    assert re.search(r"deny .*path /metrics /healthz /readyz", proxy)
    assert re.search(r"set-header X-Forwarded-For %\[src\]", proxy) and "del-header Forwarded" in proxy


def test_every_container_of_kubernetes_keeps_its_log_and_temporary_files_off_disk() -> None:
    volumes = [volume for pod in PODS.values() for volume in pod["volumes"]]
    assert all(volume["emptyDir"]["medium"] == "Memory" for volume in volumes if "emptyDir" in volume)
    assert not [volume for volume in volumes if "persistentVolumeClaim" in volume or "hostPath" in volume]
