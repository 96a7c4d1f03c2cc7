/** The account in ARNs and queue URLs; there is only one here. */
export const ACCOUNT_ID = '000000000000';
