"""Sentences that identify somebody, written apart from the rules. Same form as ``corpus_private``.

Why: ``corpus_private`` grew with the rules, so a good score on it says little. These were written as analysts write,
before the rules were read again.
"""

TRUE: dict[str, str] = {
    "private-postcode": """
The cannabis farm found at CF10 3AT in January used bypassed electricity.
Reports from tf1 6qj doubled once the street lights were switched off.
Hotspot 3 (centre: BS5 0HE) takes in the underpass and the skate park.
Victim postcode SK13 8LD, offender postcode M43 7NT.
Six of nine arsons fell inside N1 9GU and its neighbours.
E1W 3SS had the highest harm score of any postcode in the borough.
Source: council ASB database, unit postcode WV147AB only.
Wrexham town centre (LL11 1AY, LL11 1BG and LL13 8AE) holds most of the thefts.
Repeat callers at PO1\u00a03AX account for a fifth of demand.
""",
    "private-phone": """
The shopkeeper's number is 07700 900 415 if officers want a statement.
Tel. 029 2018 0123 (ask for the night porter).
County line numbers 07700 900 881 and 07700 900 882 were both active in the town.
She can be reached on 01632-960-778.
Contact the complainant (mobile: +447700900190).
The drugs line advertised 07700900466 on social media.
Call her support worker: 028 9649 6123.
The lead witness, mob: 07700 900-955, works nights.
""",
    "private-email": """
Please send amendments to h.whitfield@northbridge.example.gov.uk by Friday.
The victim's account, stacey1992@mail.example.com, was hacked.
He e-mailed kev_b@example.com eleven times in one night.
Author: Dawn.Fairley@calderfordshire.police.example.uk
This follows an e-mail from mohammed.iqbal@trust.example.nhs.uk of 3 June.
Data owner: p.nowak@fire.example.org.uk.
""",
    "private-registration": """
The white Transit BD19 KLM has been linked to nine fly-tips.
ANPR picked up LX17GHJ on all four nights.
VRM: NU65 OTP.
An e-bike was carried in a Vauxhall Vivaro (reg. HJ12 RSU).
Neighbours wrote down ST08 ABX and passed it to the council.
A black Range Rover, reg plate R7 BOS, is used to collect debts.
Cloned plates FG21 XYZ were seen on two cars.
The number plate P456 LMN was reported stolen.
""",
    "private-nhs": """
The most frequent attender (NHS number 999 012 3454) came 31 times.
Patient 9997770013 was admitted for assault twice.
NHS no: 999-300-4170 is the only repeat.
Ambulance demand from 999 808 1211 has fallen since housing moved him.
Matched on NHS Number 9996110400 and surname.
""",
    "private-ni": """
NINO: JH 46 72 19 A.
The offender's NI number (SC 73 10 88 D) turned up on four tenancy applications.
Wages were paid to PX 55 90 12 B.
National Insurance No. ZY112233C was used at two addresses.
""",
    "private-reference": """
Crime number CF/23/118844 relates to the arson at the school.
The shop was entered twice (crime ref 42/118203/24).
CRIS 4412345/25 is a typical case.
Incident 0217 of 14/06/2025 was closed as no trace.
Custody ref CU/0045821/25.
The nominal, PNC 13/44821K, was recalled to prison.
URN 05CD1234524 was discontinued at court.
UPN B320400119004 is educated at home.
One STORM log, 20250614-0217, shows the delay.
MAPPA reference 33871 is managed at level 2.
Case ID 1008842 returned within a month.
Hospital number 4471893 accounts for eleven of the attendances.
Athena investigation 37/14522/25 is the longest running.
Social care ID 2009417 appears in both lists.
Prison number A9871CX is due for release in April.
Fire incident number 011873-23072025 was the first of the series.
FWIN 1187 of 23/07/25 is the only call from the estate.
""",
    "private-birth": """
The missing girl (born 16/08/2010) was found in Leeds.
D.O.B.: 02.11.1976
Male, d.o.b. 1 June 1999, of no fixed abode.
The suspect's birth date is 30 March 2004.
Mr T, b. 12.09.1958, called 212 times.
Both twins were born on December 4, 2009.
Date of birth - 5th Feb 1985.
He turned 18 on 11 October 2025 and moved to adult probation.
""",
    "private-age": """
A 16 year-old male was seriously assaulted outside the takeaway.
One victim was an 89-year-old widow who lost £14,000.
A female (31) reported being followed from the station.
The offender, aged 44, was sentenced to nine years.
A 9yo was found carrying a knife in the playground.
Male, 22, arrested for possession with intent to supply.
Her attacker was 17.
The child was just 11 years of age.
A schoolboy, 12, was hit with a bottle in Castle Park.
A 24 y/o female was followed home from the night bus.
Two brothers, 15 and 17, were arrested for the robberies.
A woman of 73 was tricked into handing over her card.
The deceased, a 38-year-old man, was known to services.
Police arrested a 19-year-old for the attack.
The youngest suspect was nine years old.
A man aged 52 died after a single punch.
""",
    "private-coordinates": """
The brothel operated from 51.45451, -2.58791 until March.
GPS: 53.48095 N 2.23743 W.
OS grid ref SJ 84121 97834 (rear garden).
X: 383912, Y: 398011 is the place most called to.
The fire was set at what3words table.lamp.spoon near the bins.
UPRN 10093847561 has 33 calls.
Bikes are hidden at grid reference TL 44987 58213.
Easting 545123.45 northing 258765.12 was taken from the log.
""",
    "private-address": """
37 Cathedral Road generated 19 calls to police.
Officers executed warrants at 4 Bryn Terrace and 11 Heol y Parc.
The premises at Flat 6, 120 Harrow Lane is subject to a closure order.
A house in multiple occupation, 55a Gladstone Street, had 14 visits.
Noise from no 8 Larkfield Gardens was reported nightly.
The victim moved to 16 Church View last autumn.
Deliveries of stolen goods went to Apartment 14, Quayside Point.
Injunctions were sought against the tenants of 73 and 75 Tennyson Avenue.
The cuckooed address, 3 Pear Tree Mews, is now secure.
""",
    "private-small": """
Rape offences in the ward numbered 3.
Hospital admissions for assault numbered 3 in the quarter.
In Marsh Farm only 2 domestic abuse offences were recorded.
Permanent exclusions totalled four.
Serious sexual offences went from 1 to 4.
There were just two antisemitic incidents.
Islamophobic hate crimes: 2, antisemitic: 1.
| Rape | 4 | 2 |
Child sexual exploitation: 3 victims identified in 2024/25.
Three victims of modern slavery were referred.
One victim of FGM was identified by the midwife.
Four young people were admitted to hospital with stab wounds.
Sexual assaults on buses fell from nine to three.
Transgender hate crime (n=2) is not charted.
Three pupils received suspensions for racist abuse.
Admissions of under-18s for alcohol were 4, down from 9.
Disability-related hate crime: 4 offences.
Sexual offences in Thornhay: three (previous year: eight).
""",
    "private-dated": """
On 6 July 2025 a man died after a single punch outside the Crown.
The fatal house fire of 11 November 2024 was started deliberately.
Following the murder in Station Road on 2 February, patrols doubled.
A serving officer was stabbed on 30 August 2025.
On Saturday 14th June 2025 a schoolgirl was raped in Castle Park.
The acid attack on 19/09/2024 left one man with life-changing injuries.
A firearm was discharged at a house on 27 Jan 2025.
Domestic homicide (12/10/2024): review under way.
The abduction of a child on 22 April 2025 led to a reassurance plan.
On the evening of 5 May a pupil was stabbed at the school gates.
In the early hours of New Year's Day a man was shot dead.
""",
    "private-name": """
DI Karen Holt chairs the tasking meeting.
The report's author is Nigel Farrow.
Cllr. Joan Entwistle asked for a breakdown by street.
Kyle Simmonds was named by three callers as the dealer.
Mr and Mrs Doyle have lived next to the alley since 1998.
The victim's brother, Hassan Ali, has moved away.
Sgt. P. Walcott leads the neighbourhood team.
Agnieszka Kowalska, who runs the salon, collected the petition.
Ms. Bevan from housing sits on the panel.
The murder of Daniel Frost led to the review.
""",
    "private-group": """
The Wharf Boys are in dispute with a group from Millfield.
Members of the E14 gang sell cannabis near the college.
The OCG known as the Harrigans imports cocaine.
The "Tommo" line is run from Merseyside.
The gang calls itself Eastside Mob.
Tensions between the Lockwood Crew and N9 Block spilled over at the fair.
A street gang called Zone Six recruits outside the academy.
The “Dizzy” county line is the busiest in the district.
A nominal with the street name “Biggz” holds the phone.
Members of Young Hyde Gunners were excluded from the town centre.
Known locally as 'Skinny', he supplies most of the estate.
The Hartley OCG controls the trade in tools.
""",
    "private-log": """
Caller states male is banging on the door and shouting he will kill her.
INFT reports neighbour noise again, loud music, ongoing for 3 hrs, units to attend.
“Informant states that the ex-partner has returned to the flat.”
14:32 IP reports male in blue jacket following her. 14:40 unit assigned.
The log reads: “caller very distressed, children can be heard screaming”.
IP is a female living alone, suspect is ex-partner, area search no trace.
FEMALE CALLER STATING HER SON HAS SMASHED THE TV AND IS MAKING THREATS.
M/CALL: NOISY PARTY, APPROX 30 YOUTHS, NFA.
Inf reports 2 x males trying car doors, both IC1, dark clothing.
As one log puts it, “he's outside again with a knife, please hurry”.
""",
    "private-cross": """
In Thornhay in March the only Asian female victim was in the 10 to 17 band.
Of the robbery victims in Thornhay in May, one was a woman of 65 or over.
A single male aged 18 to 24 in Ashcombe ward was arrested for robbery in June.
One Black girl under 16 at the Priory academy carried a knife in May.
| Thornhay | March | Female | 10 to 17 | 1 |
The one White female aged 25-34 in Castle ward in December was assaulted twice.
""",
}
