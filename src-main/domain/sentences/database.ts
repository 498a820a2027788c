export const databaseSentences = {
  'db.inUse': '数据库正由运行中的程序使用，请先退出或在程序内操作',
  'db.missing': '找不到数据库文件 {file}，请检查路径，或先用 init 建立',
  'db.exists': '文件 {file} 已存在，为了不覆盖已有数据，请换一个文件名',
  'db.cannotOpen': '打不开 {file}，请检查它是不是文件，以及读写权限',
  'db.foreign': '{file} 不是三包站的数据库文件，请选择正确的文件',
  'db.newer': '这个数据库由更新版本的程序建立（已有 {applied} 个结构版本，本程序只认识 {known} 个），请安装新版本后再打开',
  'db.changed': '数据库结构记录「{name}」与程序不符，文件可能被改动过，请从备份恢复或联系维护人员',
  'db.migrationFailed': '升级数据库失败，已全部撤销，数据没有改动；升级前的备份在 {backup}',
  'db.oldNode': '需要 Node 22.14 或更新版本，当前是 {version}；请用 npm start 或 npm run sanbao 启动，它们自带合适的版本',
  'db.backupUnproven': '备份没有通过检验（{detail}），请换一个位置再备份一次',
} as const
