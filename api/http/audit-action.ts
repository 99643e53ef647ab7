/**
 * The closed list of what the audit trail tells of: one line a recorded action, with its words in both languages.
 * Safe in a browser. A command that is not listed here does not compile; a page or a file takes its words from here.
 */

export const auditActions = {
  'session.sign-in': { zh: '登录', en: 'Sign in' },
  'session.sign-out': { zh: '退出', en: 'Sign out' },
  'session.change-password': { zh: '修改本人密码', en: 'Change own password' },
  'session.end': { zh: '结束本人的一个会话', en: 'End one of the own sessions' },
  'session.end-others': { zh: '结束本人的其他会话', en: 'End the other own sessions' },
  'account.create-first': { zh: '建立首个管理员', en: 'Create the first administrator' },
  'account.create': { zh: '建立账号', en: 'Create an account' },
  'account.edit': { zh: '修改账号', en: 'Edit an account' },
  'account.reset-password': { zh: '重置密码', en: 'Reset a password' },
  'account.disable': { zh: '停用账号', en: 'Disable an account' },
  'account.enable': { zh: '启用账号', en: 'Enable an account' },
  'account.end-sessions': { zh: '结束账号的全部会话', en: 'End the sessions of an account' },
  'account.unlock': { zh: '解除账号锁定', en: 'Unlock an account' },
  'account.read-notices': { zh: '阅读通知', en: 'Read notices' },
  'account.choose-mail': { zh: '设定邮件通知', en: 'Choose mail of notices' },
  'account.renew-calendar': { zh: '生成日历订阅地址', en: 'Make a calendar address' },
  'account.revoke-calendar': { zh: '撤销日历订阅地址', en: 'Revoke a calendar address' },
  'account.reset-on-machine': { zh: '在服务器上重置管理员密码', en: 'Reset an administrator on the machine' },
  'submission.save': { zh: '保存草稿', en: 'Save a draft' },
  'submission.submit': { zh: '报送', en: 'Submit a month' },
  'submission.withdraw': { zh: '撤回报送', en: 'Withdraw a submission' },
  'submission.accept': { zh: '通过报送', en: 'Accept a submission' },
  'submission.return': { zh: '退回报送', en: 'Return a submission' },
  'submission.correct': { zh: '更正报送', en: 'Correct a submission' },
  'submission.undo': { zh: '撤回审核决定', en: 'Undo a decision on a submission' },
  'submission.revoke': { zh: '撤销通过', en: 'Take an acceptance back' },
  'submission.comment': { zh: '批注或答复', en: 'Comment on a figure or answer' },
  'submission.settle': { zh: '批注办结', en: 'Settle the comments on a figure' },
  'submission.remind': { zh: '催报', en: 'Remind of a month' },
  'submission.load': { zh: '由厅里录入数据', en: 'Enter figures for cities' },
  'submission.accept-load': { zh: '通过厅里录入的数据', en: 'Accept figures entered for cities' },
  'submission.withdraw-load': { zh: '撤销厅里录入的数据', en: 'Withdraw figures entered for cities' },
  'deadline.set': { zh: '设定报送期限', en: 'Set a reporting deadline' },
  'calendar.set-rule': { zh: '设定年度报送日历', en: 'Set how a year is reported' },
  'calendar.set-holidays': { zh: '设定节假日与调休', en: 'Set holidays and shifted days' },
  'calendar.set-start': { zh: '设定起报月份', en: 'Set the first month that is owed' },
  'calendar.set-quiet-time': { zh: '设定免打扰时段', en: 'Set when no mail goes out' },
  'rule.put-in-force': { zh: '启用判定规则', en: 'Put a rule in force' },
  'target.change': { zh: '变更年度目标', en: 'Change an annual target' },
  'target.withdraw': { zh: '撤销误录的年度目标', en: 'Withdraw an annual target' },
  'interview.create': { zh: '拟定约谈', en: 'Plan an interview' },
  'interview.edit': { zh: '修改约谈', en: 'Edit an interview' },
  'interview.call': { zh: '发出约谈通知', en: 'Send the notice of an interview' },
  'interview.hold': { zh: '召开约谈', en: 'Hold an interview' },
  'interview.close': { zh: '约谈办结', en: 'Close an interview' },
  'interview.cancel': { zh: '取消约谈', en: 'Cancel an interview' },
  'interview.acknowledge': { zh: '签收约谈通知', en: 'Sign for the notice of an interview' },
  'interview.state': { zh: '登记表态', en: 'Write down a statement' },
  'interview.save-template': { zh: '保存要求模板', en: 'Save requirements as a template' },
  'interview.escalate': { zh: '登记督促步骤', en: 'Record a step of the ladder' },
  'interview.save-ladder': { zh: '修改督促步骤表', en: 'Save the ladder' },
  'opening.save': { zh: '编写开局计划', en: 'Write a first-quarter plan' },
  'opening.submit': { zh: '报送开局计划', en: 'Submit a first-quarter plan' },
  'opening.accept': { zh: '通过开局计划', en: 'Accept a first-quarter plan' },
  'opening.ask': { zh: '提醒编制开局计划', en: 'Ask for a first-quarter plan' },
  'back-plan.save': { zh: '编写倒排计划', en: 'Write a back-scheduled plan' },
  'back-plan.submit': { zh: '报送倒排计划', en: 'Submit a back-scheduled plan' },
  'back-plan.approve': { zh: '批准倒排计划', en: 'Approve a back-scheduled plan' },
  'back-plan.return': { zh: '退回倒排计划', en: 'Return a back-scheduled plan' },
  'opening.return': { zh: '退回开局计划', en: 'Return a first-quarter plan' },
  'project.add': { zh: '新增项目', en: 'Add a project' },
  'project.edit': { zh: '修改项目', en: 'Edit a project' },
  'project.import': { zh: '导入项目台账', en: 'Import projects' },
  'project.withdraw': { zh: '撤销项目', en: 'Withdraw a project' },
  'project.attach': { zh: '上传项目佐证', en: 'Attach a file to a project' },
  'project.detach': { zh: '撤回项目佐证', en: 'Take a project’s file back' },
  'checklist.report': { zh: '报告清单事项', en: 'Report a checklist item' },
  'checklist.verify': { zh: '核实销号', en: 'Verify a checklist item' },
  'checklist.return': { zh: '退回清单事项', en: 'Return a checklist item' },
  'checklist.undo': { zh: '撤回核实或退回', en: 'Undo a verification or a return' },
  'checklist.ask': { zh: '申请延期', en: 'Ask for a later day' },
  'checklist.grant': { zh: '同意延期', en: 'Grant a later day' },
  'checklist.refuse': { zh: '不同意延期', en: 'Refuse a later day' },
  'checklist.extend': { zh: '调整期限', en: 'Set a later day' },
  'checklist.assign': { zh: '明确责任', en: 'Assign a checklist item' },
  'checklist.overrule': { zh: '不采纳数据销号', en: 'Overrule a closing by the data' },
  'checklist.close': { zh: '数据销号', en: 'Close by the data' },
  'checklist.reopen': { zh: '数据恢复未销号', en: 'Reopen by the data' },
  'checklist.bulk': { zh: '批量办理清单事项', en: 'Move several checklist items' },
  'checklist.attach': { zh: '上传佐证材料', en: 'Attach a file' },
  'checklist.detach': { zh: '撤回佐证材料', en: 'Take an attached file back' },
  'system.clear-files': { zh: '清理无主文件', en: 'Clear files of no row' },
  'system.tell-due-items': { zh: '提醒到期与逾期事项', en: 'Tell of due and overdue items' },
  'system.tell-owed-months': { zh: '提醒应报未报的月份', en: 'Tell of months that are owed' },
  'system.queue-mail': { zh: '准备邮件', en: 'Prepare a mail' },
  'system.try-mail': { zh: '尝试发送邮件', en: 'Try to send a mail' },
  'system.send-mail': { zh: '邮件发送结果', en: 'What came of a mail' },
  'system.clear-keys': { zh: '清理过期的幂等键', en: 'Clear expired idempotency keys' },
  'system.clear-sessions': { zh: '清理已结束的会话', en: 'Clear ended sessions' },
  'system.begin-seals': { zh: '首次封印已有数据', en: 'Seal what was there before seals' },
  'system.begin-seals-anew': { zh: '重新封印全部数据', en: 'Seal everything anew' },
  'system.check-newest-seals': { zh: '启动时核验封印有异常', en: 'Seals that did not fit at a start' },
  'system.backup': { zh: '定时备份', en: 'Scheduled backup' },
  'system.verify-seals': { zh: '每日核验封印', en: 'Verify the seals' },
  'audit.export': { zh: '导出审计记录', en: 'Export the audit trail' },
} as const;

/** What a command is named in the audit trail. */
export type AuditAction = keyof typeof auditActions;

/** Actions of one kind; `request` holds the refusals of requests, which are recorded under their endpoint's name. */
export const auditGroups = [
  'session',
  'account',
  'submission',
  'deadline',
  'calendar',
  'rule',
  'target',
  'interview',
  'checklist',
  'opening',
  'back-plan',
  'project',
  'audit',
  'system',
  'request',
] as const;
export type AuditGroup = (typeof auditGroups)[number];

/** Every recorded action. */
export const auditActionNames = Object.keys(auditActions) as AuditAction[]; // Object.keys loses the literal keys of a constant

/** Whether a recorded word is one of the list; any other is the name of an endpoint that refused. */
export function isAuditAction(word: string): word is AuditAction {
  return Object.hasOwn(auditActions, word);
}

/** The group of a recorded word: `submission.accept` belongs to `submission`, an endpoint's name to `request`. */
export function auditGroupOf(word: string): AuditGroup {
  const prefix = word.slice(0, word.indexOf('.'));
  return isAuditAction(word) ? (auditGroups.find((group) => group === prefix) ?? 'request') : 'request';
}
