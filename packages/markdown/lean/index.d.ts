export declare function decodeHTMLStrict(reference: string): string;
export declare const P: RegExp;
export declare const S: RegExp;
export declare class LinkifyIt {}
declare const nothing: undefined;
// oxlint-disable-next-line import/no-default-export -- the package it stands in for has one
export default nothing;
