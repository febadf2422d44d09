/** Version of this package; every export carries it. A test holds it to package.json. */
export const version = '0.1.0';
