"""Sentences as assessments have them that identify nobody, and look a little as if they did. One a line."""

LOOKALIKES = """
Rates by ward use the codes E05001234 to E05001245 on 2023 boundaries.
The four most deprived small areas (E01001234, E01001235, E01001240 and E01001266) are in Millfield.
Offence code 30A (burglary in a dwelling) was split into 30C and 30D in April 2017.
The duty comes from SI 2007/1830, regs 5 to 7, and in Wales from SI 2007/3076.
Section 17 of the Crime and Disorder Act 1998 applies to each authority.
Most vehicle crime is along the A14, the M25 and the B6317.
Thefts from lorries cluster at junction 12 of the M5 and on the A1(M).
The contract is worth £1,250,000 over three years, £416,667 a year.
Shop theft rose by 26.18%, from 802 to 1,012.
Half of those surveyed were aged 16 to 24.
Children and young people aged 10 to 19 are 11% of residents.
The offer is open to those aged 18 and over.
Under 25s make up 31% of victims of robbery.
Fewer than 5 sexual offences were recorded in the smallest ward.
Hate crime reports were fewer than five in each village.
The total of 07,123 in the first extract was a typing mistake.
The financial year 2024-25 runs from April to March.
Comparisons use 2023/24 and 2024/25 as published.
Calls peak between 10pm and 2am on Friday and Saturday.
The bus station is staffed from 07:00 to 19:30 on weekdays.
The practice (ODS code A81004) and the trust (ODS code RX1) supplied counts.
See pages 12 to 17 and Table 4 on page 31.
This is version 1.0, replacing version 0.8 of 8 January 2026.
Figures run from 2024-10 to 2025-09, as taken on 2025-11-03.
Castle Ward has 26.55% of incidents and few residents.
Priory Road and St John Street were gated in March.
Victoria Park is the place most often named in the survey.
The outward postcodes TS1, TS3 and TS17 hold half of the admissions.
Patients are shown by outward half of the postcode, such as NE33 or SW1A.
People living in B4 and B5 are admitted twice as often as the average.
Crimestoppers can be rung without giving a name on 0800 555 111.
The national domestic abuse helpline, 0808 2000 247, is printed on receipts.
Report noise to the council on 0300 123 4567 or online.
Victims can dial 101, or 999 in an emergency, or text 61016.
Admissions are coded X85 to Y09 for assault and F10 to F19 for substances.
The force recorded 9,434,765 incidents in ten years of the series.
The population was 94,300 in mid-2024 and 93,700 in mid-2023.
Rates are per 1,000 residents: 10.7, 8.9 and 21.9.
The three-year budget is 450,557 in 2025, 710,400 in 2026.
The correlation was 0.5762 in the first model and 0.2348 in the second.
Coefficients were 54.57 and -1.23, neither of them significant.
The centre of the borough is at about NZ 49 20 on the national grid.
The park is shown on the map at grid reference NZ 493 204.
The town lies at about 54.6 north and 1.2 west.
Welsh towns such as Ystrad Mynach and Pen-y-bont have their own tables.
Llanelli Tyisha, Pontypridd Town and Aberystwyth Penparcau wards rose most.
One in five women has experienced sexual assault since the age of 16.
One in four domestic abuse victims had called before.
Two of the three hate crime workshops were full.
Two domestic abuse advisers work at the hospital.
Three domestic abuse services were asked and two answered.
Priority 3 domestic abuse will be led by the county.
Section 4 Sexual offences and Section 5 Hate crime follow.
Domestic abuse incidents average four a day across the county.
Recorded rapes rose by three per cent, less than the county.
Sexual offences: 214, of which 61 were rapes.
Hate crime (see chapter 4) is mostly racist.
Hospital admissions for assault fell from 61 to 58.
The rate of permanent exclusions is 3 per 1,000 pupils.
Permanent exclusions: 3.4 per 10,000 pupils in England.
Domestic abuse: 2 actions delivered, 1 not.
The county paid for two domestic homicide reviews.
Hate crime fell in 4 of the 12 wards.
Four in ten sexual offences are reported more than a year later.
Level 3 domestic abuse training reached 41 staff.
Between two and four times as many hate crimes are recorded in July.
The strategy group met on 9 September 2025 and agreed the scope.
The murder rate between 1 April 2024 and 31 March 2025 was unchanged.
The domestic homicide review was published on 3 May 2025.
The rape and sexual violence strategy starts on 1 April 2026.
A knife crime summit on 14 March 2025 drew 60 people.
Stabbings fell in the year ending 30 September 2025.
The stalking awareness week began on 21 April.
Figures were taken on 3 November 2025 and include all homicides.
Robbery rose at the station from 9 to 29.
Born in Bradford is a study of 13,500 children.
The scheme was born in 2019 out of the town deal.
Births to mothers living in Castle fell by 4% by 31 December 2024.
A 20-year-old shopping centre has few cameras.
The 10-year-old data sharing agreement was renewed.
The five-year-old scheme has never been evaluated.
Pupils said that any 14-year-old can buy a vape.
The average age of victims was 34.
The age of criminal responsibility is 10.
From the age of 16 young people may attend alone.
Men aged 25 to 34 are most at risk in the night-time economy.
People aged 75 and over are 11% of residents in the villages.
Boys aged 14 are the group most often robbed.
Each resident aged 65 or over was sent a leaflet.
Every child aged 11 hears the talk in the autumn.
The typical victim is a man aged 18 to 30.
A person aged under 18 is treated as a child.
16-year-olds and 17-year-olds are housed by the county.
The marshals worked 34 nights, 12 of them in December.
The wardens' hours are 11am to 4pm, 7 days a week.
In 2024 Mill Lane had the highest count in the ward.
Of the 41 Priory Road residents who answered, 30 felt safer.
In all, 12 Castle Street premises were visited.
The top 10 High Street stores report a third of all thefts.
Route 14 Station Road to the college is the worst for fare evasion.
Castle 49%, Riverside Way 23%, Stavenham Town 13%.
Calls: Market Square 212, Bus Station Road 88, Albert Park 41.
Table 12 High Street footfall, by month.
The wards of Parkside 31, Priory 27 and Stavenham East 24 lead.
Between 2019 and 2024 Church Lane was gated.
Over 200 Green Lane households signed the petition.
Ward figures: Park 12, Grove 18, Castle 31.
The FY24 CSP figures are provisional.
FY25 NHS returns are late because of the new system.
The QE25 ASB return counts calls by type.
The LS10 ASB pilot was copied in LS11.
Road closures on the A14 NHS trust access road caused delays.
The M62 CSP corridor project covers three forces.
Use Form A101 EHC for referrals to education.
Camera models HD12 PTZ units were bought for the square.
Priority P12 ASB is reviewed each quarter.
Fixed penalties under section 59 were given to 14 drivers.
Model PN16 radios are used by the shops.
School URN 136721 and URN 136722 supplied exclusions data for the academy.
Northbridge High School (URN 136721) took part.
The charity (registered number 1012345) runs the refuge.
Company number 01234567 holds the security contract.
Planning application 24/01234/FUL would remove the subway.
Case numbers fell from 1,204 to 1,071.
The number of cases rose to 20,417 in the county.
Crime recorded in 2024 was 3% above 2023.
Incident numbers 2,388 and 2,064 are on the same basis.
The custody record was improved in 2024.
The reference period is 2023-10 to 2024-09.
Crime reference tables for 2024/25 are in the appendix.
ISBN 978-0-11-341234-5 is the edition used.
Committee report CSP/24/07 sets out the budget.
Data set prc-csp-mar2021-mar2026-tables-230726 was used.
Home Office counting rule 8N became 8P in 2015.
The index (2019 = 100) stood at 112.4.
Chi-square was 14.22 with 3 degrees of freedom.
The series runs 241, 226, 214, 172.
Totals were 392 + 692 + 428 + 1,554 + 608 = 3,674.
Shares of 10.67, 18.84, 11.65, 42.30 and 16.55 make 100.01.
Patrols were on 4, 11, 18 and 25 July.
The survey ran from 1 May to 30 June 2025 and had 1,146 responses.
We follow @NorthbridgeCSP and the police accounts for public meetings.
Prices were £3 @ the door and free for students.
Use the hashtag #SaferNorthbridge; the account is @safer_nb.
Clare's Law requests rose from 41 to 66.
Sarah's Law and Martyn's Law are explained in the glossary.
The Stephen Lawrence Inquiry led to the definition used here.
King George Hospital and Queen Elizabeth School supplied data.
St James Street and St Mary Church are in Castle.
Thomas Coram Foundation runs the family centre.
Albert Road, George Street and Elizabeth Court are managed by the association.
Charlotte Square and Victoria Road share one beat.
Princess Alice Way has new lighting.
The Lewis Carroll Centre hosts the youth club.
James Cook University Hospital is the nearest trauma centre.
Robert Owen House is supported accommodation.
May Day and June events bring visitors.
Will Northbridge be safer? Most think so.
Mark Lane and Grant Street are resident parking zones.
Chelsea Ward and Florence Gate are new developments.
Holly Bush Estate and Heather Close have shared wardens.
The Lord Mayor and the Lord Lieutenant opened the hub.
The Chief Inspector and the Detective Sergeant present the figures.
The Sister Project and the Father Figures course reached 31 men.
Open Door, Victim Support and Citizens Advice took part.
Calderfordshire Police and Northbridge Council share an analyst.
Operation Sceptre and Operation Dalton were repeated.
Pre-charge bail is used in 3 of 10 domestic abuse cases.
A band of 1 to 4 is shown as an asterisk.
Numbers from 1 to 4 sexual offences are hidden in the public version.
There were no rapes recorded on buses in the year.
No hate crimes were recorded in 3 wards.
Sexual offences rose from 214 to 231.
Racist incidents in schools fell from 41 to 38.
Suspensions rose in four of the five secondary schools.
Exclusions for drugs doubled, from 12 to 24.
Up to three admissions to hospital a night are drink related.
On average two domestic abuse crimes are recorded every day.
Two rape support charities cover the county.
Three hate crime reporting centres opened in libraries.
One sexual violence forum covers both districts.
The four domestic abuse workers are funded to March.
At least 1 in 6 exclusions follows a fight.
The Act of 2003 has four sexual offences schedules.
Hospital admissions, 4 years: 61, 58, 66, 60.
Class A drugs were in 61 seizures and Class B in 140.
CO2 of 450 557 tonnes was cut by the county.
The clock showed 23:59:59 and the log 00:00:01.
The grant of £07,500 was misprinted in July.
Ratio 1:4.5, range 0.0123 to 0.4567.
Between 10/2024 and 09/2025 the station had no staff.
The review covers the quarters Q1 2024 to Q3 2025.
IMD decile 1 covers 4 small areas; decile 10 covers 7.
The HMIC score of 2.75 was below the average of 3.10.
Serial 3 of 12 in the programme is the summer plan.
Of 12 actions, log entries show 9 done.
Incident type 4 of 13 is noise.
Unit 7 Riverside Park is let to the youth service charity.
Platform 4 Station Approach is covered by cameras.
Zone 2 Wharf Road parking begins in April.
Phase 3 Mill Hill regeneration starts in 2026.
Highest: Green Lane 19 thefts, then Park Avenue 14.
Lamp columns in 40 Victorian streets were replaced.
The new 5G mast and the H2 plant had metal stolen.
Rule 1B 2AB of the counting rules is not used.
The classification codes 8L, 9A and 105A count as violence.
A suspect was identified in 304 of 1,012.
The victim, in 12 of 58 cases, was a taxi driver.
Victims, 34 of them repeat callers, asked for locks.
The man, one of 22 on the list, is never named.
She is one of 12 volunteers; he is 1 of 3.
Wardens say the worst hour is 16, by the 24-hour clock.
The tenant, 3 times out of 4, has a support need.
An offender is 2.3 times as likely to return within 12 weeks.
Aged debt and aged stock are no concern of this report.
Footfall was 12,345,678 in 2024 and 11,999,000 in 2023.
Sample sizes were 1146 318 and 212 in the three surveys.
The codes run 0101 to 0199 in the force's gazetteer.
The old reports are numbered 1998 1999 2000 2001 2002.
The council's 2 domestic abuse schemes cost £41,000 and £62,000.
Sexual offences in licensed premises were 4% of the total.
A 12-month-old pilot and a 3-year-old contract end together.
Between 2 and 3 in the morning the square empties.
The Grove Road Medical Centre and the Hill Street Clinic gave data.
At 14 Safer Streets sites lighting was renewed.
The 3 Rivers partnership has its own assessment.
The Sergeant for schools and a PC for licensing share a desk.
Grant Thornton audited the accounts.
Dr Foster hospital guides were not used.
Calls about 24 Hour Fitness and 7 Eleven were counted under Castle.
The first of 2 hate crime champions started in May.
Stalking rose after the campaign of 21 April to 25 April.
The death rate from drugs was published on 17 October 2025.
The inquest statistics of 8 May 2025 cover the county.
In week 32 2024 the figures were reset.
Order 2012/2660 inserted the duty to send a copy to the commissioner.
Contract reference CS-2024-17 covers the cameras.
Recording moved from 5,000 to 12,000 a month.
The ratio of 10 15 20 is used for banding.
Operation 14 Mill Lane was a training exercise.
The 3 Safer Street projects ended on 31 March Road works permitting.
Key stage 2 and class 4 exclusions are not separated.
The youngest pupils, aged 11, are taught about grooming.
All pupils, aged 11, are asked in the survey.
Two survivors of domestic abuse spoke at the meeting.
We heard from two survivors of domestic abuse and from their families.
Interviews with three victims of domestic abuse were read by the group.
One rape crisis centre serves the county.
One sexual assault referral centre serves the region.
In 1 of 4 sexual offences the offender was not known.
CCTV cameras cover 14 High Street locations.
5 Mile Drive was resurfaced.
The "Fearless" line from Crimestoppers is on every poster.
Ask Sam TODO and Helen ISVA before the board meets.
In occurrence 2025 was the commonest year.
FGM training was recorded twice.
Rape was reported twice as often as the year before.
Rape was recorded once the form had been mended.
LOOK AT POLICE.UK FOR MORE.
Write to info(at)northbridge.gov.uk for a copy.
Values from E 530 to N 180 are on the map.
"""
