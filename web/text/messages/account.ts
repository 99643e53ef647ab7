import type { Messages } from './messages.ts';

/** 本人账号: who one is here, and where one is signed in. */
export const account = {
  zh: {
    title: '本人账号',
    sentence: '{{person}}，已在 {{count}} 处登录。',
    name: '用户名',
    role: '角色',
    region: '地区',
    sessions: '已登录的会话',
    hint: '如有不认识的会话，请结束它并立即修改密码。',
    begun: '登录时间',
    used: '最近使用',
    address: '网络地址',
    device: '设备',
    unknownDevice: '未知设备',
    current: '当前会话',
    actions: '操作',
    end: '结束',
    endNamed: '{{device}}，登录于 {{begun}}',
    endOthers: '结束其他所有会话',
    confirmOthers: '除当前会话外，其余 {{count}} 个会话将立即退出；其中未保存到服务器的内容仍留在各自的设备上。',
    confirmOne: '“{{device}}”（登录于 {{begun}}）将立即退出；未保存到服务器的内容仍留在该设备上。',
  },
  en: {
    title: 'Your account',
    sentence: '{{person}}: signed in at {{count}} places.',
    name: 'Name',
    role: 'Role',
    region: 'City',
    sessions: 'Open sessions',
    hint: 'If you do not know one of them, end it and change your password at once.',
    begun: 'Signed in',
    used: 'Last used',
    address: 'Address',
    device: 'Device',
    unknownDevice: 'Unknown device',
    current: 'This session',
    actions: 'Actions',
    end: 'End',
    endNamed: '{{device}}, signed in {{begun}}',
    endOthers: 'End all other sessions',
    confirmOthers:
      'All sessions but this one ({{count}}) are signed out at once; what was not saved on the server stays on their devices.',
    confirmOne:
      '“{{device}}” (signed in {{begun}}) is signed out at once; what was not saved on the server stays on that device.',
  },
} as const satisfies Messages;
