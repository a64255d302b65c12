"""Common names by origin, chosen for this purpose; they belong to nobody in particular."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Names(NamedTuple):
    """Given names of women and of men, and surnames."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[str, ...]


def _names(women: str, men: str, surnames: str) -> Names:
    return Names(tuple(women.split()), tuple(men.split()), tuple(surnames.split()))


ORIGINS: Mapping[str, Names] = {
    "English": _names(
        "Hannah Laura Gemma Charlotte Judith Megan Alison Beverley",
        "Oliver Stephen Adam Simon Graham Nathan Martin Duncan",
        "Hargreaves Thompson Whitfield Atkinson Barlow Fletcher Ramsden Holroyd",
    ),
    "Welsh": _names(
        "Cerys Lowri Nia Ffion Mair Eleri Angharad Llinos",
        "Rhys Iolo Gethin Emyr Dafydd Aled Llŷr Iestyn",
        "Prydderch Gwilym Llewelyn Bowen Parry Cadwaladr Bebb Gwynne",
    ),
    "Irish": _names(
        "Aoife Niamh Sinéad Gráinne Orla Róisín Bríd Deirdre",
        "Cillian Eoin Diarmuid Fionn Tadhg Oisín Pádraig Colm",
        "O'Shea Gallagher Doherty McCarthy Keane Brennan O'Driscoll Hanrahan",
    ),
    "Nigerian": _names(
        "Adaeze Ngozi Folake Yetunde Amarachi Temitope Ifeoma Bukola",
        "Chidi Emeka Tunde Babajide Ikenna Olumide Chinedu Segun",
        "Okafor Adeyemi Eze Balogun Nwosu Ogunleye Obi Akintola",
    ),
    "Polish": _names(
        "Agnieszka Zofia Małgorzata Kinga Wiktoria Jadwiga Bożena Halina",
        "Krzysztof Paweł Wojciech Łukasz Bartosz Zbigniew Tadeusz Mateusz",
        "Wójcik Nowak Zieliński Mazur Kamiński Dąbrowski Pawlak Szymańska",
    ),
    "Bangladeshi": _names(
        "Nasrin Sharmin Taslima Rukhsana Farzana Jannat Shirin Momtaz",
        "Rafiqul Shahid Kamrul Mizan Anwar Tariq Habib Nazmul",
        "Rahman Chowdhury Miah Uddin Hossain Ahmed Sarkar Talukder",
    ),
    "Somali": _names(
        "Hodan Ifrah Sagal Hibo Ayaan Fadumo Sahra Deqa",
        "Abdirahman Liban Guled Bashir Mahad Yusuf Cabdi Hassan",
        "Farah Jama Hersi Abdullahi Dirie Warsame Gedi Samatar",
    ),
    "Roma": _names(
        "Luminița Rupa Esmeralda Zamfira Florica Mirela Viorica Narcisa",
        "Ferka Lajos Florin Nicu Ionuț Milan Marian Gheorghe",
        "Lakatoš Horváth Ciurar Kováč Rostas Balog Stojka Căldăraru",
    ),
    "Chinese": _names(
        "Meiling Xiaoyan Jing Yuhan Lihua Qing Xinyi Suyin",
        "Wei Jianguo Haoran Zhiming Bo Junjie Guofeng Tao",
        "Zhang Huang Chen Xu Liang Ouyang Zhao Tsang",
    ),
}
"""Origins in the order in which tables show them."""
