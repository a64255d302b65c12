"""Write the pages: all in place at once, and for their owner alone."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from sos_audit.bundle import Bundle, CriterionInfo
from sos_audit.bundle.storage import folder_in_the_making, private_folder, write_private
from sos_audit.errors import ConfigurationError
from sos_audit.reports import charts, wording
from sos_audit.reports.html.case import case_page
from sos_audit.reports.html.front import front_page
from sos_audit.reports.html.team import TeamPage, team_pages

_PACKAGE = "sos_audit.reports.html"

_METHODS = {
    "A": "Answered from fields alone.",
    "B": "Answered from text by a rule; a person confirms.",
    "C": "A question for a person; never answered by a rule and never scored.",
}

OURS = '<meta name="generator" content="sos-audit">'
"""How a folder of pages is known to be ours before it is replaced."""


def write_html(bundle: Bundle, out: Path) -> Path:
    """Write the pages of a bundle into `out`, replacing those of an earlier run.

    Returns the front page. Pages of children who are no longer in the bundle disappear.

    Raises:
        ConfigurationError: if `out` holds anything other than pages of this program.
    """
    _check_is_ours(out)
    pages = environment(bundle)
    teams = team_pages(bundle)
    criteria = bundle.criterion_by_id()
    with folder_in_the_making(out) as folder:
        _write(folder / "index.html", pages, "front.html", page=front_page(bundle, teams))
        _write(folder / "criteria.html", pages, "criteria.html", domains=_domains(bundle))
        for team in teams:
            _write_team(private_folder(folder / team.folder), pages, team, criteria)
    return out / "index.html"


def environment(bundle: Bundle) -> Environment:
    """The templates, everything in them escaped, with the words that all reports share."""
    pages = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals |= {"words": wording, "charts": charts, "manifest": bundle.manifest}
    pages.globals["methods"] = _METHODS
    return pages


def _write_team(
    folder: Path, pages: Environment, team: TeamPage, criteria: Mapping[str, CriterionInfo]
) -> None:
    _write(folder / "index.html", pages, "team.html", team=team)
    for entry in team.entries:
        page = case_page(entry.case, entry.findings, criteria)
        _write(folder / f"{entry.page}.html", pages, "case.html", page=page, team=team)


def _domains(bundle: Bundle) -> dict[str, list[CriterionInfo]]:
    """The criteria asked, by domain."""
    grouped: dict[str, list[CriterionInfo]] = {}
    for criterion in bundle.criteria:
        grouped.setdefault(criterion.domain, []).append(criterion)
    return grouped


def _write(path: Path, pages: Environment, template: str, **values: object) -> None:
    page = pages.get_template(template).render(values).encode()
    write_private(path, [page], wait=False)


def _check_is_ours(out: Path) -> None:
    """Refuse to replace a folder that holds anything but an earlier report."""
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    front = out / "index.html"
    if not front.is_file() or OURS not in front.read_text("utf-8", errors="replace"):
        raise ConfigurationError(
            f"{out} holds something other than pages of sos-audit; name another folder"
        )
