import type { Messages } from './messages.ts';

/** Signing in and the own password. */
export const signIn = {
  zh: {
    title: '登录',
    purpose: '建筑工业化年度目标、月度报送、进度与年终冲刺',
    back: '登录后将回到刚才的页面，已填写的内容仍在。',
    name: '用户名',
    password: '密码',
    show: '显示或隐藏密码',
    submit: '登录',
    change: {
      title: '修改密码',
      forced: '您使用的是一次性密码。请先设定自己的密码，然后继续。',
      current: '当前密码',
      next: '新密码',
      again: '再输一次新密码',
      rules: '至少 10 个字符，并包含大写字母、小写字母、数字、符号中的三类。',
      differ: '两次输入的新密码不一致。',
      submit: '保存新密码',
      cancel: '返回',
    },
  },
  en: {
    title: 'Sign in',
    purpose: 'Annual construction-industrialization targets, monthly figures, progress and the year-end sprint',
    back: 'After signing in you are back where you were; what you typed is kept.',
    name: 'Name',
    password: 'Password',
    show: 'Show or hide the password',
    submit: 'Sign in',
    change: {
      title: 'Change password',
      forced: 'You signed in with a one-time password. Choose your own, then go on.',
      current: 'Current password',
      next: 'New password',
      again: 'New password once more',
      rules: 'At least 10 characters with three of upper case, lower case, digits and symbols.',
      differ: 'The two new passwords differ.',
      submit: 'Save the new password',
      cancel: 'Back',
    },
  },
} as const satisfies Messages;
