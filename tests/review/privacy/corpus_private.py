"""Sentences that identify somebody, by rule, one a line. ``+ code`` at the end names another rule the line breaks too.

Everything is invented: numbers from the ranges kept for drama, check digits worked out, registrations never issued to
anyone we know of.
"""

TRUE: dict[str, str] = {
    "private-postcode": """
Eleven of the calls came from one block at TS1 3QW, and the rest from the square.
Repeat victimisation was highest around NE33 5ZZ, where six homes were entered.
The bins behind sw1a 2aa have been set alight on several nights.
The hostel (B4 7ET) generates more calls than any other building in the ward.
Offenders living in LS10 1AB travel to the retail park by bus.
The garages at CF245DX are used for dealing after school.
Postcodes with most reports: M13 9PL, M14 5TQ.
A household at L8 7QA has moved twice this year because of harassment.
Fly-tipping is concentrated on the track beside DH8 6BT and Mill Wood.
Residents of EC1A 1BB wrote to the board about noise.
The refuge moved from W1A 0AX to another borough in June.
Deliberate fires clustered within 200 metres of S9 1XH.
Most seized vehicles were kept at an address in PL4 8AA.
One couple in BT7 1NN had nine visits in the period.
Calls to the car park (postcode OX1 2JD) doubled in the summer.
""",
    "private-phone": """
The complainant asked to be rung on 07700 900123 after six.
Ring the caretaker on 01632 960 455 if the gate is open.
Her neighbour (020 7946 0321) has kept a diary of the noise.
The witness can be reached at +44 7700 900 876.
Contact for the tenant: 0113 496 0112, evenings only.
Messages were sent from 07700900555 to eleven pupils.
The warden's own mobile, 07700-900-341, is on every poster.
Call back on (01632) 960001 about the garages.
The dealer's line used 07700 900 229 until it was closed in May.
Victim's mother, telephone 0161 496 0987, wants an update.
Her work number is +44 (0)121 496 0456.
He was phoned from +353 1 234 5678 by the fraudsters.
The line 0191.498.0734 belongs to the shop's owner.
Text messages came from 0044 7700 900321 all weekend.
Her daughter, mob 07700 900 667, found the door open.
""",
    "private-email": """
Her statement was sent to j.khan@example.org.
Residents should write to sue_bell72@mail.example.com about the alley gate.
The complaint from <tom.price@example.co.uk> has not been answered.
Questions about this table go to analyst@northbridge.example.gov.uk.
The head teacher (m-lewis@school.example.sch.uk) sent the exclusion letters.
A log is kept by r.o'neil@example.net and shared monthly.
Threats were sent from darkhorse+99@example.io to two councillors.
E-mail: Priya.Nair@police.example.uk.
The tenant gave bloggs1@example.com as the best way to be reached.
Copied to safeguarding.lead@hospital.example.nhs.uk on receipt.
Reports go straight to duty.sergeant@calderfordshire.police.example.uk at night.
Write to jane.smith AT police.uk for the list.
Write to jane.hill(at)police.uk for the list.
Write to tom_price [at] police [dot] uk for the list.
""",
    "private-registration": """
A grey hatchback, AB12 CDE, is seen whenever drugs are sold.
The van with plates YK19ZZX was used in four of the burglaries.
The moped (registration LD70 XBV) has been reported eleven times.
Wardens note that BX65 PLO parks across the school gate daily.
A blue Ford Fiesta registered M417 KTR was found burnt out.
The quad bike was towed by a Transit, index V88 JOE, on two Sundays.
Residents took a photograph of kp21 wnd, a white van, tipping rubble.
An old motorcycle, registration TRX 884H, leads the rides across the common.
The taxi with plate GN58 EEF is named in several complaints.
In Northern Ireland the same car, plate AIZ 4821, was stopped.
The driver of DA64 FGH was warned under section 59.
Partial plates were checked and only WR17 OKT fits the description.
""",
    "private-nhs": """
The patient, NHS number 943 476 5919, attended the department nine times.
Linked records (NHS no. 9434765919) show four admissions.
Attendances for 450 557 7104 rose from May onwards.
The ambulance trust supplied NHS number: 401-023-2137 with the address.
Two calls concern 943 476 5870, who lives alone.
NHS ID 9434765870 was left in the extract by mistake.
Referral of 4505577104 to the alcohol team was refused.
His NHS number 943 476 5911 appears on each form.
Patient 401 023 2137 was brought in by ambulance on nine occasions.
""",
    "private-ni": """
The tenant's national insurance number is AB 12 34 56 C.
Benefit was claimed as JG103759A at three addresses.
NI number QQ 12 34 56 C was used by the gang for wages.
Payments to CE987654D stopped in June.
Identity documents in the name behind NH 44 55 66 B were found.
National Insurance: ab123456c, as given to the outreach worker.
His NINO, RW998877A, had been sold on.
The farm paid five people on LK 30 11 22 D.
Wages for all nine were paid against PA 22 33 44 A.
""",
    "private-reference": """
The board discussed crime reference 12/34567/24 at length.
Custody record NB/2345/24 shows three earlier arrests.
The offender (PNC ID 04/123456A) has moved to the county.
He is known as 2004/0123456X on the national computer.
The prosecution, URN 12AB0034525, was discontinued.
See incident log 456 of 12 March for the first call.
CAD 1234 of 05/06/25 was the first of nine calls.
Pupil A123456789012, UPN as held by the school, was moved twice.
Crime number 13240567891 was later cancelled.
Occurrence no. 4524000123 has been reviewed by the panel.
The case reference MARAC-2024-0173 was heard twice.
Prisoner A1234BC was released without an address.
Probation case number X345678 is not in treatment.
The victim in crime ref. 22/456781/25 has since moved.
Complaint reference CR/012345/24 was upheld.
CRO 123456/04A was linked to both addresses.
Case number 20417 was closed after the family moved.
Two reports, 2812345/24 and 2812399/24, name the same shop.
The court case no: 62240011223 was adjourned to May.
Custody number SN00123456 was detained for his own safety.
Niche reference 44250098123 has the photographs.
Log number 873 of 3 May 2025 describes the same man.
UPN H801200001001 was excluded in the autumn term.
The client's reference: HB-20931 was closed by mistake.
The investigation, crime no. 42000317/25, is with the prosecutor.
Her custody reference is ML/00871/25.
See Occurrence 42250123456 for the rest.
""",
    "private-birth": """
The suspect (DOB 12/04/1991) lives in the next district.
One pupil, born on 3 May 2011, has been moved twice.
Date of birth: 1987-11-30, no fixed address.
The victim was born 14.02.1979 in the town.
His date of birth is 9th September 2006 and he is known to youth justice.
A tenant, d.o.b. 23-08-64, keeps dogs that frighten neighbours.
She was born on the 21st of January 1950 and lives alone.
Offender: male, dob 01/01/00, six arrests.
The boy, whose birthday was 17 July 2012, has not been to school.
Born 5 Oct 1998, he was released from prison in March.
Subject 1: D.O.B 07/11/2003, known for supply.
""",
    "private-age": """
A 14-year-old boy was stabbed outside the bus station.
The victim, a woman aged 34, had reported him five times.
A man, 27, was arrested at the scene and later charged.
Neighbours found the 82-year-old woman on the stairs.
Two boys aged 14 and 15 were robbed by the same group.
She was 19 when she was first taken to the flat.
The suspect, 41, is a former employee of the shop.
One pupil aged 12 was excluded for bringing a knife.
A fifteen-year-old girl had been missing for eleven days.
The driver was 22 years old and had no licence.
He was 16 at the time and in the care of the county.
A disabled resident, aged 67, had her home taken over.
The 17-year-old was killed within sight of the wardens.
A mother of two, aged 29, was assaulted by her former partner.
Her son, 13, saw all of it.
An 8 year old child answered the door to officers.
The defendant (aged 33) had come from the city that morning.
A 71 year old man lost his savings to a caller.
Three girls aged 13 were groomed through a game.
He died aged 24 in the stairwell.
The knives were carried by two 15-year-old boys.
The youngest was a girl aged 11 from Wharfside.
A local man (42) has been charged with arson.
The boys, aged 14, were arrested on the bridge.
The youngest victims, aged 11, were attacked on their way home.
""",
    "private-coordinates": """
The cuckooed flat is at 54.57623, -1.23482.
Needles were found at NZ 4931 2045 on most mornings.
Position of the house: 51.5033635,-0.1276248.
The farm with the illegal tip is at SE 12345 67890.
Easting 449310, northing 520450 is the home of the family.
The caravan stands at 52.4862° N, 1.8904° W by the river.
Latitude 53.8012, longitude -1.5486 is the middle of the garden.
Callers gave ///filled.count.soap as the place of the fire.
The address has UPRN 100023336956 and eleven calls.
Both burglaries were at TQ30258041 within a week.
The flat lies at 54°34'12.5"N 1°14'05.3"W according to the log.
Lat 51.48158, Long -3.17909 marks the flat's own door.
The den is at E 530123 N 180456.
Fires were seen at E530127, N180459 again.
""",
    "private-address": """
Eleven calls concerned 14 Mill Lane and the yard behind it.
The closure order on 7 Priory Road ended in May.
Neighbours at 23a Castle Street keep a diary.
Drugs are sold from Flat 3, Wharf House on most evenings.
The family at 112 Victoria Avenue asked to move.
Police visited 9 St John's Terrace nine times.
Fires were lit against the fence of No. 41 Brook Close.
The victim lives at 5, Riverside Walk with her mother.
A woman from 66 High St. was followed home.
Loud music from 30 Heol Fawr kept the street awake.
He was bailed to 18 Albert Crescent until the hearing.
The house taken over is 2 The Green in Thornhay.
Flat 12 Albion Court has had four tenants in a year.
A warrant was carried out at 101 Wellington Rd in June.
Officers were called to 88 Station Road on nine nights.
The tenant of 6 Ash Grove was evicted.
A home at 14 High Street was entered by the back door.
""",
    "private-small": """
There were three rapes in Thornhay ward this year.
Police recorded 2 hate crimes at the college.
Four pupils were permanently excluded from the village school.
There was one hospital admission for assault from the ward.
Sexual offences in Ashcombe: 3.
In Calder Vale, domestic homicides (2) are not shown on the map.
Racist incidents fell from 7 to 3 in the smallest ward.
Two women were raped near the canal in the spring.
A single sexual assault was reported at the leisure centre.
Only one permanent exclusion was for a weapon.
Domestic abuse incidents rose from two to nine in the parish.
Priory had 4 domestic abuse crimes and no robbery.
Transphobic hate crimes: 1 (previous year 2).
Three homophobic incidents were recorded at the station.
Two people were admitted to hospital after the fight.
One forced marriage was prevented by the school nurse.
Rape | 3 | in the market square
Of four reported rapes, all were by someone known to the victim.
Stavenham East recorded 1 rape and 3 sexual assaults.
There were 2 fixed-term exclusions in the infant school.
Four alcohol-specific admissions came from the two villages.
We know of 3 modern slavery cases, all on one farm.
One child was permanently excluded in the summer term.
Two honour-based abuse reports came from the same street.
Disability hate crime rose, with four disability hate crimes in Millfield.
Two sexual offences were reported by pupils of one school.
Suspects were named in three rapes.
FGM was recorded twice.
Forced marriage was reported once in the year.
Modern slavery was recorded three times.
Two survivors of domestic abuse were recorded in Castle.
""",
    "private-dated": """
On 14 March 2025 a man was stabbed to death in the market square.
The murder on 3 June 2025 shook Millfield and brought 40 calls.
A woman was raped in the park on the night of 21 September.
One pupil was permanently excluded on 5 November 2024 for carrying a knife. + private-small
A fatal shooting took place outside the club on 01/02/2025.
The homicide of 9 August 2025 is still before the court.
On 2025-05-17 a teenager was shot in the leg at the station.
The kidnapping on 30 April was linked to a debt.
A resident died in an arson attack on December 12th, 2024.
On 8th July a boy was seriously injured by a group with machetes.
The suicide of a tenant on 4 February 2025 followed months of harassment.
A student was sexually assaulted on the footbridge on 19 October 2024.
After the stabbing on 23 May the college asked for knife arches.
A man was murdered in Castle on 2 January 2025.
One fatal stabbing, on 16 August, accounts for the rise.
""",
    "private-name": """
Mrs Patel told the meeting that she no longer goes out after dark.
The first victim was Sarah Whitcombe, who had moved from the county.
Mr D. Hargreaves has complained about the garages since May.
Officers believe Jason Tully runs the line from the city.
The wardens, with PC Lowther, visit the shops weekly.
Councillor Ahmed asked for the figures by street.
Two callers named Liam O'Connor as the driver.
The tenant, Dr Anwar, has kept a diary.
Statements were taken from Emma Louise Carter and her mother.
Rhys ap Gwilym was seen by three neighbours.
Miss Jones of the corner shop was threatened twice.
The panel thanked Margaret Oakley for her account.
The landlord, Gareth Pugh, refused to fit locks.
A letter from Ms Okafor was read out.
Suspect: Kyle JONES
Witness Amina RAHMAN saw the van.
""",
}
