/** A call that was not understood: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `三包站 sanbao <命令> …

  init     --db 文件 [--code 站代码 --name 站名 --chief 站长 --pin 口令]   建立空站
  init     --db 文件 --demo [--orders N] [--seed N] [--until 日期]       建立演示站
  template --kind 种类 --out 文件.xlsx                                 导入用的空表；种类：work-orders customers 和资料的
                                                                       parts prices labour faults models technicians outlets holidays
  import   --db 文件 --kind … 文件.xlsx [--dry-run] [--skip-bad]         导入；默认有一行不对就全部不导入
  list     --db 文件 work-orders|requests|returned-parts|manifests|claims|batches|papers [--period 2026-11]
  print    --db 文件 --form F16 (--no 编号 | --period 2026-11) --out 文件.pdf [--reason 原因]
  batch    build  --db 文件 --manufacturer 代码 --period 2026-11        把合格的索赔单建批并封批
  batch    export --db 文件 --batch 批次号 --out 文件夹                  写出批次文件
  batch    verify 文件.zip                                             核对批次文件
  backup   --db 文件 --to 文件夹                                        备份并检验
  restore  --from 备份文件 --to 文件夹                                   恢复到新文件夹，从不覆盖
  check    --db 文件                                                   检查数据库与编号
  serve    [--db 文件 | --data 文件夹] [--port N] [--open]              打开浏览器座席，显示地址

  --json 只在标准输出打印一个 JSON 值。退出码：0 完成，1 不能做（说明原因），2 命令写错。`
