"""Sentences that identify nobody, written apart from the rules and never used to tune them. One a line."""

LOOKALIKES = """
Ward codes E05011234 and E05011240 were merged in the 2024 review.
Northbridge 012B and Northbridge 014A are the two LSOAs with most deliberate fires.
MSOA E02003456 (Wharfside and Docks) covers 8,140 people.
W01000345 is the Welsh small area with the highest rate.
Offence code 8/1 covers assault with injury.
Home Office codes 28E, 28F, 29 and 30C make up residential burglary.
Offences under section 47 and section 20 rose by 9% and 2%.
The Regulations (SI 2007/1830, as amended by SI 2011/1230) say what the assessment must hold.
The Serious Violence Duty began on 31 January 2023 under the 2022 Act.
Road collisions cluster on the A1101, the B1040 and at J12 of the M11.
Speeding on the A47 and A1(M) was raised by 41% of respondents.
In ward 14 High Street saw the largest rise.
From 2019 to 2023 Station Road fell from first to sixth.
Of the top 5 streets, High Street 61, Bridge Street 44 and Mill Lane 39 are in Castle.
Between 08:00 and 09:30 and again from 15:15 calls about parents' parking peak.
The peak hour is 23:00 to 00:00 on Saturdays, with 2,114 calls in 12 months.
Data run from 2024-10 to 2025-09 inclusive, extracted 2025-11-03T09:30.
Extract date 03/11/2025; next refresh 02/02/2026.
The grant is £97,500 a year, ending 31/03/2027.
Budget code 40512-7731 pays for the wardens.
Cost centre 1204567 was overspent by £3,200.
The PCC gave £1.2m, of which £416,000 came to Northbridge.
Call 101, or 999 in an emergency; the fraud line is 0300 123 2040.
Crimestoppers (0800 555 111) passed on 212 reports.
Childline is 0800 1111 and the Samaritans are on 116 123.
Call 0300 790 0229 to report hate crime to the third-party centre.
People can text 60066 or use the council's website.
Write to communitysafety@northbridge.example.gov.uk for another format.
For a large-print copy contact info@northbridge.example.gov.uk.
The partnership can be reached at csp@calderfordshire.example.gov.uk.
Enquiries: enquiries@saferhub.example.org.uk.
Posts mentioning @northbridgepolice were up by 30%.
Victims aged 18 to 24 are over-represented.
Half of suspects were under 18, and 9% under 14.
A 15-year trend shows vehicle crime at its lowest.
Aged 65+ residents are least likely to report.
Those aged 10, 11 and 12 were asked a shorter set of questions.
The 16-17 age group had the highest rate of victimisation.
Young people aged between 14 and 17 told us they avoid the bus station.
A man in his forties is the typical repeat caller.
The median age of a missing child is 15.
At age 16 a young person can leave care.
Men in their 30s make up a fifth of custody detentions.
The 12-year-old strategy is to be rewritten.
NHS North East and North Cumbria ICB sent ambulance data.
Northbridge University Hospitals NHS Foundation Trust (RX9) has an ISTV agreement.
NHS 111 calls are outside the scope.
The NHS number field was removed from the extract before it was sent.
GP practice code B82034 covers the Docks.
ICD-10 codes X93 to X95 and X99 identify assault by firearm and sharp object.
Y90.0 to Y91.9 record evidence of alcohol involvement.
UPRNs were used to count homes within 400 m of the park.
URN stands for unique reference number.
UPN, date of birth and sex were stripped out by the school before sharing.
No names, dates of birth or crime numbers are held in this report.
The PNC was not searched for this report.
Crime reference numbers are issued by text within 24 hours.
In 14% of cases no crime number was given to the victim.
Grid squares of 500 m, from NZ4920 to NZ5224, were used for the map.
Hotspot hexagons are 250 m across; the busiest has 412 incidents.
The map is centred on 54.57, -1.23.
The borough covers 54.0 sq km and 139,700 people.
Moran's I was 0.31204 (p = 0.00125, z = 3.02187).
The regression gives 12.40213, 0.88431 and -2.11905 for the three terms.
Easter, half-term and 5 November bring more calls.
Outward codes NB1, NB2 and SW1 were supplied by the hospital.
Residents of TS1 and TS3 are admitted most.
Form MG11 and form 124D were completed in 91% of cases.
The ASB4 CCTV van was used on 41 days.
The report was agreed on 12/01/2026 and is version 2.1.
Model year 2019 Ford Fiesta cars were stolen most.
Keyless cars registered after 2018 make up 44% of thefts.
Cars with 68 and 69 plates were stolen most often.
The AB12 postcode district was compared for reference.
Action CS14 ANP and action CS15 were closed.
Ofcom channel 70 radios were bought under lot 3.
Every sentence quoted comes from the 2025 survey (n = 1,146).
One resident wrote, "please sort out the alley behind the shops".
"I do not feel safe after dark" was said by 41% of women.
Callers state their outward postcode in 80% of reports.
The log shows how long each call took to answer.
Informants are asked whether they want an update.
NFA was the outcome in 41% of cases.
Ethnicity is recorded by officers as IC1 to IC6.
IP addresses were traced in 14 cases.
Victims report feeling less safe on buses than at stops.
Reports of males acting suspiciously fell by 12%.
The caller states the problem and the system gives it a code.
Fire crews and a Blue Watch officer visit schools.
The Boys' Brigade and Castle Boys Club run sessions on Fridays.
The Safer Streets crew repaired 212 gates.
Organised crime groups mapped to the district rose from 7 to 9.
County lines activity is highest in Docks ward.
Gang injunctions were used 6 times in the county.
A gang of youths is the commonest phrase in calls about the arcade.
Street Pastors were out on 48 nights.
Street gangs are less visible than in 2019.
The Northern line and the County line bus serve the college.
The night-time economy team and the Bus Station Team met weekly.
Operation Wharf and Operation Lockwood ended in March.
The Young Farmers club took the rural crime survey.
The "Ask for Angela" scheme is in 41 bars.
The "Call It Out" campaign reached 12,000 people.
Known locally as "the Rec", the park had 61 calls.
One in three women aged 16 to 34 in Castle ward avoids the park.
One priority for young men aged 18 to 24 in Docks is knife carrying.
Women aged 25 to 34 in Castle ward were most often victims in July.
Males under 18 made up 31% of suspects in Docks in August.
One action in March was aimed at women aged 65 and over in Thornhay.
Rape offences numbered 61, up from 52.
Sexual offences: 3% of all crime.
Domestic abuse is 1 of 4 priorities.
Hate crime: action 2 is complete.
Hate crime rose by 4 percentage points.
Fewer than five exclusions were for drugs.
Counts of 1 to 4 admissions are suppressed.
Permanent exclusions rose from 21 to 34.
Sexual offences were 3 times as high as in 2015.
Domestic abuse incidents, 2 years compared: 4,114 and 4,391.
Three domestic abuse perpetrator programmes are running.
Two in three sexual offences were reported within a week.
Hospital admissions fell in 3 of the 4 quarters.
Four hate crime awareness sessions were held.
Of the 214 sexual offences, 3 in 10 were historic.
Exclusions data cover 4 terms.
Rape is 1 of the 4 offence types with a falling charge rate.
There were 2.1 sexual offences per 1,000 residents.
Priority 2: domestic abuse.
Chapter 4. Hate crime
Table 3 Sexual offences by ward
| Sexual offences | 214 | 231 |
| Hate crime | 4% | 5% |
| Priority 1 | Domestic abuse | Lead: council |
The domestic abuse policy was agreed on 4 March 2025.
Three independent domestic violence advisers were recruited.
The peak for hospital admissions is Saturday between 1 and 4 in the morning.
Knife crime rose in the year to 30 June 2025.
The murder rate is published on 23 October 2025.
Homicide data were refreshed on 3 November 2025.
The stabbing prevention fund closed on 12 May.
Attempted murder is counted with violence from 1 April 2025.
A vigil for victims of violence is held on 25 November each year.
The deliberate fires plan was signed on 2 June 2025.
The rape scrutiny panel met on 14 May and 9 September.
The King's coronation on 6 May 2023 reduced calls.
The school was built in 1911 and the wardens began in 2007.
Albert Park, Nelson Mandela House and Alexandra Road were named most.
Clare's Law and the Angiolini Inquiry shaped the plan.
Marks and Spencer and John Lewis report theft through the partnership.
St Margaret Ward and Florence Nightingale Court have CCTV.
The Chair of the partnership and the Chief Constable signed.
Victoria ward and Charlotte ward have the same rate.
The Kirkgate Centre and Jubilee Hall are warm spaces.
King Street, Queen Street and Duke Street are in the cumulative impact zone.
In April and May June figures were not yet known.
Christian Aid Week and Ramadan changed patterns of calls.
Community Speed Watch groups in Summer Lane and Grace Road were trained.
A total of 12 Church Street businesses signed up.
Bus route 37 Cathedral Road is where windows are broken.
The 2 Market Place cameras were replaced.
There are 7 Park Lane flats boarded up.
Units 4 to 9 Station Parade were sprayed with graffiti.
Streets are ranked: 1 Bridge Street, 2 High Street, 3 Mill Lane.
The 30 mph limit on Harrow Lane was broken by 41%.
Homes within 200 metres of Priory Road report most.
On 14 Sundays Castle Road was closed to traffic.
Table 7: Church Road, Mill Road and Bridge Road, calls by hour.
NI 195 was the old indicator for street cleanliness.
PI 23 45 and PI 24 were dropped in 2019.
Chi-square (4, n = 1146) = 12.3.
The p value was 0.0312 and the F value 4.12.
Telephone survey, 1,012 interviews, response 31.2%.
ISO 31000 and BS 7958 apply to CCTV.
Serial numbers of 1,204 bikes were put on the register.
Figure 12.4 shows 2,007 of 1,830 expected.
Population 139,700 / 61,200 households / 4,140 businesses.
The rate fell from 72.14 to 68.02 per 1,000.
Tenders 2025/S 000-012345 and FTS 004512-2025 were published.
File name: nb_asb_2024-10_2025-09_v3.xlsx, 12,412 rows.
The index of multiple deprivation (IMD 2025) ranks Docks 212 of 33,755.
Ward totals were 1204 1187 1093 0 and 12.
The ISBN is 978 0 10 169962 4.
UK GDPR, article 6(1)(e), and DPA 2018, Schedule 8, are the bases.
Charity no. 1098765 and company no. 07654321 run the hub.
VAT no. GB 123 4567 82 appears on the invoice.
Licence PA0412 was reviewed after 11 calls.
Licensing Act 2003 reviews: 4 in the year.
Minute 42/24 of the overview committee asked for this.
The DHR (ref. DHR07) is with the Home Office quality panel.
Freedom of information request FOI 2024/1187 asked for ward figures.
Crime and Disorder Act 1998, sections 5 to 7 and 17A.
The case for change rests on 4 findings.
Case 1, case 2 and case 3 in the annex are composites.
Incident volumes: 2,341 in Q1, 2,118 in Q2.
Incident category 4012 is neighbour nuisance.
The custody suite has 24 cells and 11,873 detentions.
Births fell by 12% and deaths by 3%.
The unit born out of the 2019 review has 4 staff.
"""
