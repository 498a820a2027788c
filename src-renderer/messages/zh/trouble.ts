/** The station cannot be opened, or its disk refuses. */
export const trouble = {
  stopped: '本站现在打不开。数据没有被改动。', dataFolder: '数据文件夹：{folder}', retry: '再试一次', tried: '又试了 {count} 次，还是打不开',
  inUse: '数据库正被另一个程序使用', inUse1: '看看任务栏：三包站可能已经开着，用那个窗口就行。', inUse2: '命令行或备份软件正在用它的，等它做完。', inUse3: '每 4 秒自动再试，放开后这一页会自己打开。',
  newer: '数据由更新版本的程序写成', newer1: '请安装新版本的三包站，再打开这个文件夹。', newer2: '旧版本不会去碰这些数据，免得写坏。',
  diskFull: '磁盘满了', diskFull1: '清空回收站，删掉不用的文件，至少腾出 2 GB。', diskFull2: '不要删数据文件夹里的文件。', diskFull3: '腾出空间后点「再试一次」。',
  damaged: '数据库读不出来', damaged1: '在下面选一份备份（越新越好），点「用这份打开」。', damaged2: '读不出来的文件会原样搬到旁边的文件夹，一个字节也不删，维护人员以后还可以救。', damaged3: '那份备份以后录的内容要补录；已印出的单据在纸上都有。',
  other: '数据库打不开', other1: '按上面的说明处理好，再点「再试一次」。', other2: '不行的话，把这一页拍下来发给维护人员。',
  copies: '备份', at: '时间', content: '里面有', contentOf: '工单 {orders}、单据 {papers}', size: '大小', state: '验证', openThis: '用这份打开', restoring: '正在核对备份并打开…', dismiss: '知道了',
}
