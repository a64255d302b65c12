"""The saved result of a run: `sos_audit.bundle.v1`, written whole or not at all."""

from sos_audit.bundle.assemble import assemble
from sos_audit.bundle.bundle import Bundle
from sos_audit.bundle.compare import compare
from sos_audit.bundle.manifest import bundle_name, hash_file, hash_files, manifest_hash
from sos_audit.bundle.read import latest, read_bundle, read_run_info
from sos_audit.bundle.record import CaseRecord, Recorder
from sos_audit.bundle.retention import forget, kept, purge
from sos_audit.bundle.v1 import (
    CriterionInfo,
    HashedFile,
    LoadReport,
    Manifest,
    Quotes,
    RulePack,
    RunInfo,
)
from sos_audit.bundle.write import write_bundle

__all__ = [
    "Bundle",
    "CaseRecord",
    "CriterionInfo",
    "HashedFile",
    "LoadReport",
    "Manifest",
    "Quotes",
    "Recorder",
    "RulePack",
    "RunInfo",
    "assemble",
    "bundle_name",
    "compare",
    "forget",
    "hash_file",
    "hash_files",
    "kept",
    "latest",
    "manifest_hash",
    "purge",
    "read_bundle",
    "read_run_info",
    "write_bundle",
]
