/**
 * Who may call what: `yes` is let through, `no` is refused, with 401 where nobody is signed in and with 403 else.
 * Written down and not derived, so that a right given by mistake differs from it: the department reviews and sets targets,
 * a bureau reports, leadership reads what is accepted, and accounts are the administrator's alone.
 */
export const accessTable = `
  endpoint          nobody  official  bureau  leader  administrator

  health            yes     yes       yes     yes     yes
  ready             yes     yes       yes     yes     yes
  listJobs          no      no        no      no      yes
  getIntegrity      no      no        no      no      yes
  getStorage        no      no        no      no      yes
  openapi           yes     yes       yes     yes     yes
  docs              yes     yes       yes     yes     yes

  signIn            yes     yes       yes     yes     yes
  currentSession    no      yes       yes     yes     yes
  signOut           no      yes       yes     yes     yes
  changePassword    no      yes       yes     yes     yes

  listTitles        no      yes       yes     yes     yes
  listAccounts      no      no        no      no      yes
  createAccount     no      no        no      no      yes
  previewAccounts   no      no        no      no      yes
  createAccounts    no      no        no      no      yes
  editAccount       no      no        no      no      yes
  resetPassword     no      no        no      no      yes
  setAccountState   no      no        no      no      yes
  unlockAccount     no      no        no      no      yes
  endSessionsOf     no      no        no      no      yes

  listOwnSessions   no      yes       yes     yes     yes
  endOwnSession     no      yes       yes     yes     yes
  endOtherSessions  no      yes       yes     yes     yes

  listAuditEvents   no      yes       no      no      yes
  exportAuditEvents no      yes       no      no      yes

  listRegions       no      yes       yes     yes     yes
  previewRegions    no      no        no      no      yes
  importRegions     no      no        no      no      yes
  listIndicators    no      yes       yes     yes     yes
  listIndicatorDecisions no yes       yes     yes     yes
  addIndicator      no      yes       no      no      no
  changeIndicator   no      yes       no      no      no
  retireIndicator   no      yes       no      no      no
  withdrawIndicator no      yes       no      no      no
  listRules         no      yes       yes     yes     yes
  replayRule        no      yes       no      no      no
  getScenarioContext no     yes       yes     yes     yes
  putRuleInForce    no      yes       no      no      no
  overview          no      yes       yes     yes     yes
  city              no      yes       yes     yes     yes
  listDivisions     no      yes       yes     yes     yes
  sprint            no      yes       no      yes     yes
  events            no      yes       yes     yes     yes

  listSubmissions   no      yes       yes     no      no
  getSubmission     no      yes       yes     no      no
  listVersions      no      yes       yes     no      no
  saveDraft         no      no        yes     no      no
  submit            no      no        yes     no      no
  withdraw          no      no        yes     no      no
  correct           no      no        yes     no      no
  countReview       no      yes       no      no      no
  revoke            no      yes       no      no      no
  undoDecision      no      yes       no      no      no
  previewCorrection no      no        yes     no      no
  waitingEffect     no      yes       yes     no      no
  listComments      no      yes       yes     no      no
  addComment        no      yes       yes     no      no
  settleComments    no      yes       no      no      no
  reviewQueue       no      yes       no      no      no
  accept            no      yes       no      no      no
  returnSubmission  no      yes       no      no      no
  listOwing         no      yes       no      no      no
  remind            no      yes       no      no      no

  overviewTable     no      yes       yes     yes     yes
  submissionsTable  no      yes       yes     no      no
  listPunctuality   no      yes       yes     no      no
  punctualityTable  no      yes       yes     no      no
  targetsTable      no      yes       yes     yes     yes
  curvesTable       no      yes       yes     yes     yes
  nodePlansTable    no      yes       yes     yes     yes
  sprintTable       no      yes       no      yes     yes
  cityTable         no      yes       yes     yes     yes
  reviewTable       no      yes       no      no      no
  checklistTable    no      yes       yes     yes     yes
  accountsTable     no      no        no      no      yes
  downloadTemplate  no      no        yes     no      no
  previewFile       no      no        yes     no      no

  downloadLoadTemplate  no  yes  no  no  no
  previewLoad           no  yes  no  no  no
  commitLoad            no  yes  no  no  no
  enterMonth            no  yes  no  no  no
  listLoads             no  yes  no  no  no
  getLoad               no  yes  no  no  no
  acceptLoad            no  yes  no  no  no
  withdrawLoad          no  yes  no  no  no

  dataset           no      yes       yes     yes     yes
  openDataset       no      no        no      no      no
  openDatasetAt     no      no        no      no      no
  listAccessTokens  no      yes       yes     no      yes
  createAccessToken no      yes       yes     no      no
  revokeAccessToken no      yes       yes     no      yes

  listTargets       no      yes       yes     yes     yes
  changeTarget      no      yes       no      no      no
  withdrawTarget    no      yes       no      no      no
  previewTargets    no      yes       no      no      no
  changeTargets     no      yes       no      no      no

  listDeadlines     no      yes       yes     yes     no
  setDeadline       no      yes       no      no      no
  getReportingCalendar no   yes       yes     yes     no
  setYearRule       no      yes       no      no      no
  setHolidays       no      yes       no      no      no
  setStartMonth     no      yes       no      no      no
  setQuietTime      no      yes       no      no      no

  listInterviews      no      yes       yes     yes     yes
  getInterview        no      yes       yes     yes     yes
  getItem           no      yes       yes     yes     yes
  createInterview     no      yes       no      no      no
  editInterview       no      yes       no      no      no
  moveInterview       no      yes       no      no      no
  acknowledgeNotice   no      no        yes     no      no
  stateToInterview    no      yes       yes     no      no
  getInterviewHistory no      yes       yes     yes     yes
  getEffect         no      yes       no      yes     no
  listTemplates     no      yes       no      no      no
  saveTemplate      no      yes       no      no      no
  listDueItems      no      yes       yes     yes     yes
  moveItems         no      yes       no      no      no
  reportItem        no      yes       yes     no      no
  verifyItem        no      yes       no      no      no
  returnItem        no      yes       no      no      no
  undoItem          no      yes       no      no      no
  overruleItem      no      yes       no      no      no
  askExtension      no      no        yes     no      no
  decideExtension   no      yes       no      no      no
  extendItem        no      yes       no      no      no
  assignItem        no      yes       yes     no      no

  listCandidates    no      yes       no      no      no
  escalate          no      yes       no      no      no
  saveLadder        no      yes       no      no      no

  listItemAttachments       no  yes  yes  yes  yes
  attachToItem              no  yes  yes  no   no
  listInterviewAttachments  no  yes  yes  yes  yes
  listProjectAttachments    no  yes  yes  yes  yes
  attachToProject           no  no   yes  no   no
  attachToInterview         no  yes  no   no   no
  downloadAttachment        no  yes  yes  yes  yes
  takeAttachmentBack        no  yes  yes  no   no

  listBackPlans   no  yes  yes  yes  yes
  getBackPlan     no  yes  yes  yes  yes
  saveBackPlan    no  no   yes  no   no
  submitBackPlan  no  no   yes  no   no
  decideBackPlan  no  yes  no   no   no
  listCurves      no  yes  yes  yes  yes
  saveCurve       no  yes  no   no   no
  assignCurve     no  yes  no   no   no
  withdrawCurve   no  yes  no   no   no
  tryCurve        no  yes  no   no   no
  listNodePlans   no  yes  yes  yes  yes
  submitNodePlan  no  no   yes  no   no
  decideNodePlan  no  yes  no   no   no
  withdrawNodePlan no yes  yes  no   no

  listOpenings   no  yes  yes  yes  yes
  getOpening     no  yes  yes  yes  yes
  saveOpening    no  no   yes  no   no
  submitOpening  no  no   yes  no   no
  decideOpening  no  yes  no   no   no
  askOpening     no  yes  no   no   no

  listBulletins            no  yes  yes  yes  yes
  getBulletin              no  yes  yes  yes  yes
  draftBulletin            no  yes  no   no   no
  draftBulletinCorrection  no  yes  no   no   no
  saveBulletin             no  yes  no   no   no
  issueBulletin            no  yes  no   no   no
  discardBulletin          no  yes  no   no   no
  acknowledgeBulletin      no  no   yes  no   no
  downloadBulletin         no  yes  yes  yes  yes
  bulletinTable            no  yes  yes  yes  yes
  listProjects     no  yes  yes  yes  yes
  getProject       no  yes  yes  yes  yes
  addProject       no  no   yes  no   no
  editProject      no  no   yes  no   no
  withdrawProject  no  no   yes  no   no
  sumProjects      no  yes  yes  yes  yes
  projectsTable    no  yes  yes  yes  yes
  downloadProjectTemplate  no  no  yes  no  no
  previewProjects  no  no   yes  no   no
  importProjects   no  no   yes  no   no

  itemCalendar           no   yes  yes  yes  yes
  getCalendarAddress     no   yes  yes  yes  yes
  renewCalendarAddress   no   yes  yes  yes  yes
  revokeCalendarAddress  no   yes  yes  yes  yes
  subscribedCalendar     yes  yes  yes  yes  yes

  getPaper       no  yes  yes  yes  yes
  downloadPaper  no  yes  yes  yes  yes

  listInbox      no  yes  yes  yes  yes
  countUnread    no  yes  yes  yes  yes
  markRead       no  yes  yes  yes  yes
  getMailChoice  no  yes  yes  yes  yes
  setMailChoice  no  yes  yes  yes  yes
`;
