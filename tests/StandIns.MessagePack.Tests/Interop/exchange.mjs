// Reads MessagePack and says what is in it; builds what it is told and writes MessagePack.
// IN.mp IN.json OUT.mp OUT.json: OUT.json describes IN.mp, OUT.mp is made from the description IN.json.
import { readFileSync, writeFileSync } from "node:fs";
import { decode, encode, ExtData } from "@msgpack/msgpack";

function describe(value) {
  if (value === null || value === undefined) return ["nil"];
  if (typeof value === "boolean") return ["bool", value];
  if (typeof value === "bigint" || Number.isSafeInteger(value)) return ["int", String(value)];
  if (typeof value === "number") {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(value);
    return ["float", bytes.toString("hex")];
  }
  if (typeof value === "string") return ["str", value];
  if (value instanceof Uint8Array) return ["bin", Buffer.from(value).toString("base64")];
  if (value instanceof Date) {
    const seconds = Math.floor(value.getTime() / 1000);
    return ["time", String(seconds), (value.getTime() - seconds * 1000) * 1000000];
  }
  if (value instanceof ExtData) return ["ext", value.type, Buffer.from(value.data).toString("base64")];
  if (Array.isArray(value)) return ["array", value.map(describe)];
  return ["map", Object.entries(value).map(([key, item]) => [describe(key), describe(item)])];
}

function build(told) {
  switch (told[0]) {
    case "nil": return null;
    case "int": {
      // With BigInt for 64 bits, plain numbers are for what fits into 32.
      const wide = BigInt(told[1]);
      return wide > 0xffffffffn || wide < -0x80000000n ? wide : Number(wide);
    }
    case "float": return Buffer.from(told[1], "hex").readDoubleBE(0);
    case "bin": return new Uint8Array(Buffer.from(told[1], "base64"));
    case "time": return new Date(Number(told[1]) * 1000 + told[2] / 1000000);
    case "ext": return new ExtData(told[1], new Uint8Array(Buffer.from(told[2], "base64")));
    case "array": return told[1].map(build);
    case "map": return Object.fromEntries(told[1].map(([key, item]) => [build(key), build(item)]));
    default: return told[1];
  }
}

const [inBytes, inTold, outBytes, outTold] = process.argv.slice(2);
const value = decode(readFileSync(inBytes), { useBigInt64: true });
writeFileSync(outTold, JSON.stringify(describe(value)));
const made = build(JSON.parse(readFileSync(inTold, "utf8")));
writeFileSync(outBytes, encode(made, { useBigInt64: true }));
