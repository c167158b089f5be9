export declare function decodeHTMLStrict(reference: string): string;
