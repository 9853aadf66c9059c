"""A last set of sentences that identify nobody, written before the rules were changed and scored only afterwards."""

LOOKALIKES = """
LSOAs Thornhay 004D and Thornhay 004E rank in the worst tenth of England.
The ward (E05009876) has 7,412 residents aged 16 and over.
Class 149B criminal damage moved to class 149A in 2023.
Section 60 powers were used 4 times, section 35 on 61 occasions.
SI 2012/2660 and SI 2011/1230 amend the Regulations.
Cameras on the B1381 and A52 recorded 212 offences.
The A6 Stockport Road has the most collisions.
The cordon covered M1 junctions 21 and 22.
From 07:30 to 10:00 and 16:00 to 19:00 trains are busiest.
The base period is 2019-04 to 2020-03.
Papers for the 14/01/2026 meeting are on the website.
An award of £250,000 (2025-26) and £180,000 (2026-27) was made.
The cost of crime is put at £12,413,000.
Ring 0808 801 0302 for the men's advice line.
Age UK can be reached on 0800 678 1602.
Use 111 for advice and 105 for power cuts.
Comments: feedback@northbridge.example.gov.uk
Contact the team at community.safety@northbridge.example.gov.uk by 5 May.
Persons aged 10-17 are counted as children.
More than half were aged 35 or under.
Children under 5 were present at 14% of domestic abuse calls.
A ten-year plan and an 18-month programme overlap.
The average victim is 41, the average suspect 29.
The age profile peaks at 19 for males and 22 for females.
Over-65s were the least worried.
Children aged 8 in every school hear the same story.
Anyone aged 13 can open an account.
South Western Ambulance Service NHS Trust supplied weekly counts.
Emergency department RJ701 codes assault by place and weapon.
Subjective codes 31204 and 33010 were overspent.
Purchase order 4500123456 covers the survey.
UPRN matching succeeded for 97% of records.
The grid reference of the park, TL 44 58, is on the leaflet.
The easting and northing of each offence were rounded to 100 m.
Kernel density was drawn with a 250 m band and 50 m cells.
Coordinates were removed, leaving wards only.
Dates of birth were turned into five-year bands by the supplier.
Hospital numbers were replaced with counters.
Custody numbers rose from 2,340 to 2,512.
Crime numbers in the ward were 1204 in 2023 and 1187 in 2024.
Incident reference codes are explained in annex B.
An incident log of 12 pages was used for training.
Log odds of 1.23 and 2.45 were found.
The PNC check took 14 minutes on average.
A4 and A5 leaflets were posted to 4,140 homes.
GCSE, BTEC and T level courses were offered.
S12 MHA assessments and S136 detentions rose.
F16 AAA batteries are not a stolen item.
The NS12 DAP plan was drawn up.
Model IC705 radios and TP 9400 handsets were renewed.
Budget line AB 12 is under review.
Police Now and Year 12 students ran the stall.
The Duke of Edinburgh's Award and the Prince's Trust are partners.
Kings Heath, Queens Park and Princes Street have wardens.
George Eliot Hospital and Sir John Soane House took part.
The Chair, the Vice Chair and the Treasurer signed the plan.
Morgan Sindall and Taylor Wimpey fund the cameras.
Heather Lea, Rose Hill and Ivy Bridge are the three villages.
Year 9 pupils at Francis Drake Academy designed the poster.
The Jo Cox Commission informed the loneliness plan.
In 2024 High Street had 61 calls, Bridge Street 52.
We gated 14 alleys, among them Chapel Street and Mill Lane.
Of 212 Station Road users asked, 41% felt unsafe.
Figure 9 Harbour Road, thefts by hour.
Up to 40 Market Street traders belong to the radio scheme.
Block 3 Castle Street car park is closed at night.
Page 14 Bridge Road case study.
Wards by rank: 1 Docks, 2 Castle, 3 Priory.
No. 1 priority Station Road is reviewed monthly.
Sexual offences rose 4%.
Sexual offences (section 3) are set out below.
Rapes, at 61, were 3 fewer than last year.
Hate crime is priority 4.
Domestic abuse has 2 working groups.
Two domestic abuse courts sit weekly.
Exclusions fell at 4 schools.
Three schools had no exclusions.
Hate crimes recorded per 10,000: 3.
All four hate crime strands rose.
Domestic abuse accounted for 1 in 3 violent crimes.
Admissions rose for the third year in 4.
One hate crime officer covers both districts.
| Domestic abuse | 1,204 | 1,311 |
| Sexual offences | Section 4 | Page 3 |
Serious violence fell on 3 of 4 measures.
The stabbing figures of 9 July were revised.
A knife bin was installed on 12 April 2025.
The arson reduction team began on 1 October 2024.
The homicide review panel sat on 3 May 2025.
Murder and manslaughter figures to 31 March 2025 are final.
The White Ribbon vigil took place on 25 November 2024.
The Crown Court reopened on 6 January 2025.
"Better lighting would help" was the commonest comment.
Callers reported noise, rubbish and dogs.
Caller volumes peaked on 31 October.
Informants waited 4 minutes on average.
IP cameras were fitted in 14 stairwells.
Logs closed as NFA fell to 31%.
Gangs Matrix data were not used.
The Eagles youth football club took part.
Organised crime group mapping is owned by the county.
The Tees line and the Docks line have the most fare disputes.
Boys and young men are over-represented.
The Castle Residents' Group and the Mill Lane Action Group replied.
Dance crew and boxing sessions were held at the hub.
The Friday Night Project reached 212 young people.
"Knife Free" and "Walk Away" are two of the campaigns.
One young woman in four aged 16 to 24 has been followed in Castle.
Male victims aged 18 to 24 in Docks ward rose by 12% in June.
One objective is to reach women under 25 in Ashcombe by July.
The only ward where women over 65 felt less safe in June was Ashcombe.
"""
