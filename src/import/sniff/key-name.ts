/** Whether a column's name is that of a key: customer_id, InvoiceNo, 订单编号, 会员号. */
export function looksLikeKey(name: string): boolean {
  return (
    /(^|[^a-z])(id|no|nr|num|key|code)$|[a-z](Id|ID|No|Nr|Key|Code)$|^(id|no)([^a-z]|$)|(编号|编码|代码|单号|账号|卡号|流水号|号码|号|ID)$/i.test(
      name.trim(),
    ) && !/[a-z](id|no|nr|num|key|code)$/.test(name.trim())
  );
}
