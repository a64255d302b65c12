-- What sos-audit reads of Mosaic's reporting tables, a SELECT a table: run each, save each as a file
-- of the table's name (DM_PERSONS.csv). Columns under "not to be sent" are not read: leave them out.
-- Column names differ between releases; one that your database lacks may be left out, except where
-- it is marked as needed. Limit the children first (the list of ids in :children), not the columns.
--
-- Never send addresses, telephone numbers, carers' or placement tables: nothing reads them.
--
-- SSMS     Tools > Options > Query Results > SQL Server > Results to Grid: tick "Quote strings
--          containing list separators when saving .csv results" and "Retain CR/LF on copy or save";
--          set "Maximum characters retrieved, non XML data" to 2 MB or more. Then "Save results as".
--          "Results to Text" cuts every answer at 256 characters: do not use it.
-- bcp      bcp "SELECT ..." queryout DM_PERSONS.txt -S server -d database -T -w -t "|~|" does not
--          quote: use it only for tables without long text. For answers and notes export from SSMS,
--          SSRS or a tool that quotes. -w writes UTF-16, which is read; -c may lose letters.
-- SSRS     Export as CSV: UTF-8 with quotes. Take "NoHeader" out of the device information if it is
--          there; textboxes must be named after the columns. Excel cuts a cell at 32,767 characters.
-- PowerShell  Invoke-Sqlcmd -MaxCharLength 2000000 ... | Export-Csv -Encoding utf8 -NoTypeInformation;
--          the default of -MaxCharLength is 4,000.
--
-- Write to an encrypted drive, not to a share or to mail, and delete the files after the audit.

-- DM_PERSONS
-- not to be sent: NHS_ID, UPN_ID, FORMER_UPN_ID, SSDA903_ID, SCN_ID, SCRA_ID, EMAIL_ADDRESS, NATIONALITY,
--          RELIGION, MARITAL_STATUS, COUNTRY_OF_BIRTH_CODE, DATE_OF_DEATH, PERSON_ID_LEGACY
SELECT PERSON_ID,  -- needed
       FULL_NAME,
       FIRST_NAME,
       LAST_NAME,
       DATE_OF_BIRTH,
       GENDER,
       RESTRICTED,  -- needed
       FULL_ETHNICITY_CODE,
       FIRST_LANGUAGE,
       CONTEXT_FLAG,  -- needed
       INTERPRETER_REQUIRED
FROM DM_PERSONS;

-- DM_WORKFLOW_STEPS
SELECT WORKFLOW_STEP_ID,  -- needed
       WORKFLOW_STEP_TYPE_ID,  -- needed
       SUBGROUP_ID,
       STEP_STATUS,
       INCOMING_ON,
       STARTED_ON,
       COMPLETED_ON,
       RESPONSIBLE_TEAM_ID,
       ASSIGNEE_ID,
       IS_SECTION_47_ENQUIRY,
       IS_CONTINUOUS_ASSESSMENT,
       STRATEGY_DISCUSSION_DATE,
       CP_CONFERENCE_ACTUAL_DATE,
       ICPC_DATE,
       LAC_REVIEW_DATE,
       LAC_REVIEW_PARTICIPATION_CODE
FROM DM_WORKFLOW_STEPS;

-- DM_WORKFLOW_STEPS_PEOPLE_VW
-- instead of DM_WORKFLOW_STEPS and DM_SUBGROUP_SUBJECTS
SELECT WORKFLOW_STEP_ID,  -- needed
       WORKFLOW_STEP_TYPE_ID,  -- needed
       PERSON_ID,  -- needed
       SUBGROUP_ID,
       STEP_STATUS,
       INCOMING_ON,
       STARTED_ON,
       COMPLETED_ON,
       RESPONSIBLE_TEAM_ID,
       ASSIGNEE_ID,
       IS_SECTION_47_ENQUIRY,
       IS_CONTINUOUS_ASSESSMENT,
       STRATEGY_DISCUSSION_DATE,
       CP_CONFERENCE_ACTUAL_DATE,
       ICPC_DATE,
       LAC_REVIEW_DATE,
       LAC_REVIEW_PARTICIPATION_CODE
FROM DM_WORKFLOW_STEPS_PEOPLE_VW;

-- DM_WORKFLOW_STEP_TYPES
SELECT WORKFLOW_STEP_TYPE_ID,  -- needed
       DESCRIPTION
FROM DM_WORKFLOW_STEP_TYPES;

-- DM_SUBGROUP_SUBJECTS
SELECT SUBGROUP_ID,  -- needed
       SUBJECT_COMPOUND_ID,  -- needed
       SUBJECT_TYPE_CODE
FROM DM_SUBGROUP_SUBJECTS;

-- DM_CACHED_FORM_ANSWERS
SELECT FORM_ID,  -- needed
       WORKFLOW_STEP_ID,  -- needed
       FORM_ANSWER_ROW_ID,
       MAPPING_ID,
       QUESTION_USER_CODE,
       TEXT_ANSWER,
       DATE_ANSWER,
       NUMBER_ANSWER,
       SUBJECT_PERSON_ID,
       SUBGROUP_ID
FROM DM_CACHED_FORM_ANSWERS;

-- DM_CACHED_FORM_QUESTIONS
SELECT MAPPING_ID,  -- needed
       QUESTION_USER_CODE  -- needed
FROM DM_CACHED_FORM_QUESTIONS;

-- MO_FORMS
SELECT FORM_ID,  -- needed
       WORKFLOW_STEP_ID,  -- needed
       SUBGROUP_ID
FROM MO_FORMS;

-- MO_FORM_ANSWERS: one for each table MO_FORM_..._ANSWERS that your database has; the name of the
-- answer column is the table's own (SHORT_TEXT_ANSWER, LONG_TEXT_ANSWER, ...).
SELECT FORM_ID,            -- needed
       QUESTION_ID,        -- needed
       FORM_ANSWER_ROW_ID,
       SHORT_TEXT_ANSWER
FROM MO_FORM_SHORT_TEXT_ANSWERS;

SELECT FORM_ID, QUESTION_ID, FORM_ANSWER_ROW_ID, QUESTION_LOOKUP_ID FROM MO_FORM_LOOKUP_ANSWERS;
SELECT FORM_ID, QUESTION_ID, FORM_ANSWER_ROW_ID, DATE_ANSWER FROM MO_FORM_DATE_ANSWERS;
SELECT FORM_ID, QUESTION_ID, FORM_ANSWER_ROW_ID, NUMBER_ANSWER FROM MO_FORM_NUMBER_ANSWERS;

-- MO_FORM_ANSWER_ROWS
SELECT FORM_ANSWER_ROW_ID,  -- needed
       HANDLER_ROW_IDENTIFIER
FROM MO_FORM_ANSWER_ROWS;

-- MO_QUESTIONS
SELECT QUESTION_ID,  -- needed
       QUESTION_USER_CODE  -- needed
FROM MO_QUESTIONS;

-- MO_QUESTION_LOOKUPS
SELECT QUESTION_LOOKUP_ID,  -- needed
       ANSWER  -- needed
FROM MO_QUESTION_LOOKUPS;

-- CASE_NOTES
-- not to be sent: COPIED_BY, LAST_UPDATED_BY, TIMEOUT_DATE
SELECT ID,  -- needed
       PERSON_ID,  -- needed
       NOTE_TYPE,
       TITLE,
       EFFECTIVE_DATE,
       CREATED_ON,
       LAST_UPDATED_ON,
       CREATED_BY,
       NOTE,
       ROOT_CASE_NOTE,
       COPY_OF_CASE_NOTE_ID,
       STATE
FROM CASE_NOTES;

-- DM_CASE_NOTE_TYPES
SELECT NOTE_TYPE,  -- needed
       NOTE_TYPE_DESCRIPTION
FROM DM_CASE_NOTE_TYPES;

-- DM_VISITS
-- not to be sent: ORG_ID, WORKER_ID
-- a release with ACTUAL_DATE, CIN, CLA and CP instead of the times: send those four
SELECT PERSON_ID,  -- needed
       VISIT_TYPE,
       ACTUAL_DATETIME,
       PLANNED_DATETIME,
       SEEN_ALONE_FLAG,
       COMPLETED_FLAG,
       REASON_VISIT_NOT_MADE
FROM DM_VISITS;

-- DM_REGISTRATIONS
SELECT REGISTRATION_ID,  -- needed
       PERSON_ID,  -- needed
       IS_CHILD_PROTECTION_PLAN,
       IS_TEMPORARY_CHILD_PROTECTION,
       REGISTRATION_START_DATE,
       DEREGISTRATION_DATE
FROM DM_REGISTRATIONS;

-- DM_REGISTRATION_CATEGORIES
SELECT REGISTRATION_ID,  -- needed
       CIN_ABUSE_CATEGORY_CODE,  -- needed
       CATEGORY_START_DATE,
       CATEGORY_END_DATE
FROM DM_REGISTRATION_CATEGORIES;

-- DM_CIN_REFERRALS
-- not to be sent: SOURCE_OF_REFERRAL, CLOSURE_REASON
SELECT PERSON_ID,  -- needed
       REFERRAL_DATE,
       NFA_DATE,
       CLOSURE_DATE
FROM DM_CIN_REFERRALS;

-- DM_PERSONAL_RELATIONSHIPS
SELECT PERSON_ID,  -- needed
       OTHER_PERSON_ID,  -- needed
       IS_MOTHER,
       FAMILY_CATEGORY,
       PERSONAL_REL_TYPE_ID
FROM DM_PERSONAL_RELATIONSHIPS;

-- DM_PERSONAL_REL_TYPES
SELECT PERSONAL_REL_TYPE_ID,  -- needed
       DESCRIPTION  -- needed
FROM DM_PERSONAL_REL_TYPES;

-- DM_PROF_RELATIONSHIPS
SELECT PERSON_ID,  -- needed
       WORKER_ID,  -- needed
       PROF_REL_TYPE_CODE,
       START_DATE,
       END_DATE
FROM DM_PROF_RELATIONSHIPS;

-- DM_WORKERS
-- not to be sent: EMAIL_ADDRESS, ACCESSIBLE
SELECT WORKER_ID,  -- needed
       FULL_NAME,
       FIRST_NAMES,
       LAST_NAMES,
       SYSTEM_USER_ID
FROM DM_WORKERS;

-- DM_ORGANISATIONS
SELECT ORGANISATION_ID,  -- needed
       NAME  -- needed
FROM DM_ORGANISATIONS;
