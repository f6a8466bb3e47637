use chrono::NaiveDate;
use serde::Deserialize;

use super::{CensusThursday, DayOfYear};
use crate::domain::NcYear;

/// The numbers of all rules as they stand on a day. Days are calendar days unless the name says otherwise; months
/// are calendar months.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// R1: review meetings with the parents in an academic year.
    pub meetings_a_year: u16,
    /// R2: days before a plan's review date at which it is first shown.
    pub review_warn_days: u16,
    /// R4: from the request to the decision whether to assess.
    pub assessment_decision_days: u16,
    /// R4: from the request to the notice that there will be no plan.
    pub assessment_no_plan_days: u16,
    /// R4: from the request to the final plan.
    pub assessment_final_days: u16,
    /// R5: the period in which an EHC plan is reviewed.
    pub annual_review_months: u16,
    /// R5: days between the review meeting and the end of that period.
    pub safe_meeting_days: u16,
    /// R6: days before the meeting by which reports are asked for (practice).
    pub ask_for_reports_days: u16,
    /// R6: days before the meeting by which notice and papers are out.
    pub papers_out_days: u16,
    /// R6: from the meeting to the school's report.
    pub report_days: u16,
    /// R6: from the meeting to the authority's decision.
    pub la_decision_days: u16,
    /// R6: from the amendment notice to the final plan.
    pub notice_to_final_days: u16,
    /// R6: from the meeting to the final plan, at the longest.
    pub meeting_to_final_days: u16,
    /// R7: the plan is final before this day of the year of transfer.
    pub transfer_before: DayOfYear,
    /// R7: the same for a move from secondary school to a post-16 institution.
    pub transfer_post_16_before: DayOfYear,
    /// R7: the first leaving year whose pupils move to a post-16 institution.
    pub post_16_from: NcYear,
    /// R8: the first year in which reviews prepare for adulthood.
    pub adulthood_from: NcYear,
    /// R9: from the decision letter to the end of the time to appeal.
    pub appeal_letter_months: u16,
    /// R9: the same from the mediation certificate.
    pub appeal_certificate_months: u16,
    /// R12: school days in which a leaver's file goes on.
    pub leaver_file_school_days: u16,
    /// R13: years after birth for which the last school keeps an SEN file.
    pub keep_file_years: u16,
    /// R14: months in which a request for personal data is answered.
    pub data_request_months: u16,
    /// R14: school days in which a parent's request for the educational record is answered.
    pub record_request_school_days: u16,
    /// R15: months after approval at which an access arrangement ends.
    pub access_arrangement_months: u16,
    /// R15: the first year whose access arrangements are for examinations.
    pub access_arrangement_from: NcYear,
    /// R16: months between reviews of a healthcare plan.
    pub health_plan_months: u16,
    /// R17: school days of suspension in an academic year, at most.
    pub suspension_school_days_a_year: u16,
    /// R17: over so many days in a term the governors are told.
    pub suspension_governors_over_days: u16,
    /// R17: over so many days in a term the governors must meet.
    pub suspension_governors_must_over_days: u16,
    /// R20: from the authority's request to the school's advice.
    pub school_advice_days: u16,
    /// R21: the family's days, the day of service being the first.
    pub family_answer_days: u16,
    /// R22: from arrival to the school's answer to a consultation.
    pub consultation_answer_days: u16,
    /// R23: days before a term at which the authority's list of reviews comes.
    pub la_list_days: u16,
    /// R24: the month of the year before transfer from which the summer review is suggested.
    pub transfer_review_from_month: u16,
    /// So much of a pupil's possible half-days missed is persistent absence, in per cent.
    pub persistent_absence_percent: u16,
    /// So much is severe absence, in per cent.
    pub severe_absence_percent: u16,
    /// The autumn census.
    pub autumn_census: CensusThursday,
    /// The spring census, the only one that collects types of need.
    pub spring_census: CensusThursday,
    /// The summer census.
    pub summer_census: CensusThursday,
    /// The last day for the inclusion strategy.
    pub inclusion_strategy_by: NaiveDate,
    /// What a school meets of a pupil's additional support in a year, in pence. Never a test for an assessment.
    pub funding_threshold_pence: u32,
}
