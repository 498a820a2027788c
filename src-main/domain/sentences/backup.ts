/** Copies of the database: making, checking, restoring. */
export const backupSentences = {
  'backup.noSuchCopy': '备份文件夹里没有「{name}」，可能已被移走，请刷新列表',
  'backup.notAbsolute': '「{folder}」不是完整路径，请从盘符或根目录写起，例如 D:\\三包站备份',
  'backup.noFolder': '找不到文件夹「{folder}」，请插好 U 盘或先建好这个文件夹',
  'backup.cannotWrite': '不能在「{folder}」里写文件，请检查权限，或换一个文件夹',
  'backup.insideData': '「{folder}」在本站数据文件夹里面，电脑坏了会一起丢；请选别的盘或 U 盘',
  'backup.notEmpty': '「{folder}」里已有文件；恢复从不覆盖，请写一个新的文件夹',
  'backup.damaged': '备份「{name}」已损坏，不能恢复（{detail}），请选另一份',
  'backup.newerCopy': '备份「{name}」由更新版本的程序写成，本程序打不开，请安装新版本',
  'backup.secondFailed': '第二个位置没有写成：{reason}。请检查那个位置是否接好、有没有空间，再备份一次',
} as const
