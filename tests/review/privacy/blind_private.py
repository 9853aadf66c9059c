"""A last set of sentences that identify somebody, written before the rules were changed and scored only afterwards."""

TRUE: dict[str, str] = {
    "private-postcode": """
Cuckooing was confirmed at two flats in ME7 4LQ.
The outlet at Unit 2, DN31 3AB has been reported for sales to children.
Thefts from vans: SG1 1XN, SG1 2QP and SG2 9TY.
Complaints about fireworks came mainly from hd1 2nf.
""",
    "private-phone": """
The dedicated line for the street's neighbours is 07700 900734.
If the tenant does not answer ring her sister on 0117 496 0288.
WhatsApp group run from +44 7700 900 245 shares photographs of suspects.
Contact number given: 01632 960321.
""",
    "private-email": """
Minutes go to rebecca.stone@northbridge.example.gov.uk before each meeting.
The complainant (email: jdoe77@example.org) has sent 61 messages.
From: t.beckett@housing.example.org
""",
    "private-registration": """
A silver Corsa with the registration EX19 TND was used in both robberies.
The fly-tip was filmed: white tipper, CN58 HKL.
Residents gave the plate as WX71 LOU.
The moped, index RE65 GDT, was never found.
A motorbike on false plates (GY09 PPK) has been seen on the ring road.
""",
    "private-nhs": """
Frequent attender 999 240 6119 has a care plan.
His NHS number is 9995120062.
NHS No. 999 300 4170 and NHS No. 999 777 0013 are a couple.
""",
    "private-ni": """
The NI number given, TS 41 90 37 B, belongs to a man who died in 2011.
Employees were paid under HB221177C.
N.I. number: RA 60 18 44 D.
""",
    "private-reference": """
Police reference 24000712345 refers.
The crime (no. 14/2231/25) is undetected.
See log 1443 of 17/08/2025.
Custody record number 55/2210/25 shows a head injury.
PNC ID 98/44512P is the main suspect.
Her case reference, ASB-2025-0091, was closed in May.
Occurrence number 37251409921 was linked to the same van.
Two youths (YJ references 40221 and 40238) share a worker.
Ambulance incident number 7734021 shows the time of arrival.
""",
    "private-birth": """
The pupil (d.o.b. 09/02/2012) attends two days a week.
Suspect 2 was born on 27 July 2001.
The complainant, born in March 1949, lives alone.
Date of Birth 21 Aug 1993 was given at the desk.
Her 16th birthday was on 4 June 2025, two days before the offence.
""",
    "private-age": """
An 18 year old woman was pushed from a scooter.
A 45-year-old man has been charged with arson.
Two girls, aged 12 and 13, were approached by a man in a car.
The rough sleeper, 58, was found dead in a doorway.
One caller, a 91-year-old, rings nightly.
A teenager, 16, was arrested nearby.
He was only 13 when he was first found with drugs.
A woman in the flats, who is 77, has been burgled three times.
A boy of 10 set the fire.
Suspect: male, aged 29, local.
""",
    "private-coordinates": """
The weapons were buried at 50.90395, -1.40428.
The dwelling is at SU 42213 11840.
Its location, lat 52.95478 lon -1.15810, was sent by the caller.
UPRN: 100062619509 (sheltered flat).
The tent is at ///lamps.dozen.quiet by the canal.
""",
    "private-address": """
Nine calls in a month came from 27 Bramley Close.
The brothel at 118a London Road was closed.
Neighbours of 6 and 8 Orchard Way complain of cannabis smoke.
Her ex-partner lives at number 19, Chapel Street.
Flat 2a, 31 Marine Parade is now empty.
Two fires were set at 5 Heol Dewi.
""",
    "private-small": """
Thornhay had two rapes in the year.
One pupil was excluded from the primary school for assault.
Domestic abuse crimes in the hamlet: 4.
Racially aggravated hate crime fell to 2.
There were four admissions for assault among women.
We had 3 reports of female genital mutilation.
Sexual offences on the trains numbered two.
Three people were admitted to hospital with stab injuries.
Homophobic crimes (4) were all in the town centre.
| Hate crime, disability | 3 | 1 |
One domestic homicide took place in the county.
Two children were victims of sexual exploitation.
""",
    "private-dated": """
A man was murdered at the car wash on 12 April 2025.
The stabbing on 9 July outside the college is before the court.
On 1st October 2024 an arson attack killed two people.
A girl was abducted from the fair on 26 August.
On 3 May 2025 a man was found dead after an assault.
The shooting of 17.02.2025 has had lasting effects on the estate.
""",
    "private-name": """
PCSO Dunn covers the three villages.
Mrs Eileen Cartwright gave up her shop after the third burglary.
The suspect was named as Lee Barrow.
This section was written by Fiona Mackie.
Detective Sergeant Owen Pryce gave evidence to the panel.
""",
    "private-group": """
The Canal Street Boys have been linked to nine robberies.
A gang known as Dark Side recruits at the youth centre.
The "Frankie" line was closed by the police in May.
Members of the 4th Avenue Crew carry machetes.
The Doherty OCG launders money through the car wash.
He goes by the name "Ghost" on social media.
The feud between the NBK gang and the Hill Top Boys goes on.
""",
    "private-log": """
The informant states that the neighbours are fighting again and something has been thrown.
Caller reports 4 youths on bikes, hoods up, one carrying a bat.
INFORMANT STATES EX PARTNER IS OUTSIDE IN A WHITE VAN.
CALLER IS ELDERLY AND FRIGHTENED, NO VISIBLE INJURIES, NFA.
01:17 caller says he can hear a woman screaming next door.
IP states that she was grabbed from behind by an unknown male.
""",
    "private-cross": """
The only woman aged 75 or over assaulted in Ashcombe was attacked in June.
In April one Asian male under 18 was stopped with a knife in Docks ward.
| Ashcombe | July 2025 | Male | 65 and over | 1 |
""",
}
