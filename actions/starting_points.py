"""Where to begin, for each kind of reader."""

# At work, a first question in general terms gets the duty, the words to say and whom to call.
AT_WORK, DUTY = ("skola", "proffs"), "skolans_ansvar"
FOR_ANYBODY = ["hjalp_mig_borja", "tecken", "stod_till_anhorig", "skolans_ansvar"]
BY_READER = {
    "anhorig": ["hjalp_mig_borja", "tecken", "prata_vid_middagsbordet", "stod_till_anhorig"],
    "skola": ["skolans_ansvar", "elev_hyllar", "foralder_berattar_for_larare", "stod_till_skolan"],
    "proffs": ["kommunens_ansvar", "socialtjanstens_insatser", "konsultera_socialtjanst", "utbildningspaket"],
    "ung": ["orolig_for_kompis", "far_barn_ringa", "gillat_saker", "svika_kompis"],
    "lamna": ["vill_lamna", "tvivlar", "lamna_hotad", "lamna_anonym"],
}


def starting_points(reader: str | None) -> list[str]:
    """Return the topics to offer a reader who has not asked for anything in particular."""
    return BY_READER.get(reader or "", FOR_ANYBODY)
