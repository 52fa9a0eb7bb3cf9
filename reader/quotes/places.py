"""Names of places that news prose is full of, so that none of them is taken for a person."""

from __future__ import annotations

from reader.quotes.cues import words

PLACE_HEADS = words("los las san santa fort new mount lake port north south east west el")
"""Words that begin the names of places more often than those of people."""

PLACES = words(
    """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh
    belarus belgium benin bolivia bosnia botswana brazil britain brunei bulgaria burundi cambodia cameroon
    canada chile china colombia congo croatia cuba cyprus denmark djibouti ecuador egypt england eritrea
    estonia ethiopia europe fiji finland france gabon gambia germany ghana greece greenland grenada
    guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
    jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia
    libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania
    mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal
    netherlands nicaragua niger nigeria norway oman pakistan panama paraguay peru philippines poland
    portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain
    sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey
    turkmenistan uganda ukraine uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia
    zimbabwe africa asia america antarctica crimea palestine gaza tibet kurdistan u.s u.k u.n alabama
    alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana
    iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
    montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin
    wyoming ontario quebec queensland bavaria catalonia manhattan brooklyn hollywood chicago houston
    philadelphia phoenix dallas seattle denver boston detroit memphis portland baltimore milwaukee
    albuquerque atlanta miami oakland minneapolis cleveland pittsburgh cincinnati orlando buffalo
    sacramento london paris berlin rome madrid barcelona lisbon vienna brussels amsterdam rotterdam
    copenhagen stockholm oslo helsinki dublin edinburgh glasgow manchester liverpool birmingham warsaw
    prague budapest bucharest belgrade athens istanbul ankara moscow kiev kyiv minsk tehran baghdad
    damascus beirut jerusalem cairo tripoli tunis algiers nairobi lagos johannesburg tokyo osaka kyoto
    beijing shanghai shenzhen guangzhou seoul pyongyang taipei hanoi bangkok jakarta manila delhi mumbai
    kolkata bangalore karachi lahore islamabad kabul dhaka dubai riyadh doha sydney melbourne brisbane
    toronto montreal vancouver ottawa havana caracas bogota lima santiago geneva zurich munich hamburg
    frankfurt cologne milan naples venice marseille lyon davos
    """
)
"""Countries, continents, American states and large cities whose names are one word."""
