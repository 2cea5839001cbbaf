// Generated from grammar/waybill-test.schema.json by `npm run generate`. Do not edit.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "waybill-test.schema.json", "title": "the keys of a test file", "type": "object", "additionalProperties": false, "required": ["tests"], "properties": { "waybill": { "$ref": "#/definitions/waybills" }, "batches": { "title": "a mapping of batches", "type": "object", "additionalProperties": { "title": "a batch, or the path of its file", "type": ["string", "object"], "minLength": 1 } }, "tests": { "title": "a list of tests", "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/test" } } }, "definitions": { "waybills": { "title": "the path of an entry file, or a list of them", "type": ["string", "array"], "minLength": 1, "minItems": 1, "items": { "title": "the path of an entry file", "type": "string", "minLength": 1 } }, "test": { "title": "a test", "type": "object", "additionalProperties": false, "required": ["name", "batch"], "dependencies": { "requests": { "properties": { "requests_include": false } }, "drops": { "properties": { "drops_include": false } } }, "properties": { "name": { "title": "a sentence", "type": "string", "minLength": 1 }, "batch": { "title": "a batch, its name, or the path of its file", "type": ["string", "object"], "minLength": 1 }, "changes": { "title": "a mapping of changes", "type": "object" }, "waybill": { "$ref": "#/definitions/waybills" }, "requests": { "$ref": "#/definitions/requests" }, "requests_include": { "$ref": "#/definitions/requests" }, "drops": { "$ref": "#/definitions/drops" }, "drops_include": { "$ref": "#/definitions/drops" } } }, "requests": { "title": "a list of requests", "type": "array", "items": { "title": "a request", "type": "object", "additionalProperties": false, "minProperties": 1, "dependencies": { "profile": { "properties": { "event": false } } }, "properties": { "profile": { "title": "a mapping of SessionM's user", "type": "object", "additionalProperties": { "$ref": "#/definitions/sent" } }, "event": { "title": "a mapping with the SessionM event", "type": "object", "additionalProperties": { "$ref": "#/definitions/sent" } }, "member": { "title": "an external id", "type": "string", "minLength": 1 } } } }, "sent": { "title": "text, a mapping or a list", "type": ["string", "object", "array"], "additionalProperties": { "$ref": "#/definitions/sent" }, "items": { "$ref": "#/definitions/sent" } }, "dropped": { "title": "a list of names, or a number", "type": ["array", "integer"], "minimum": 0, "items": { "title": "the name of a data point", "type": "string" } }, "drops": { "title": "a mapping of reasons", "type": "object", "additionalProperties": false, "properties": { "malformed": { "$ref": "#/definitions/dropped" }, "platform": { "$ref": "#/definitions/dropped" }, "environment": { "$ref": "#/definitions/dropped" }, "loop": { "$ref": "#/definitions/dropped" }, "replay": { "$ref": "#/definitions/dropped" }, "not_logged_in": { "$ref": "#/definitions/dropped" }, "bad_external_id": { "$ref": "#/definitions/dropped" }, "condition": { "$ref": "#/definitions/dropped" }, "event_type": { "$ref": "#/definitions/dropped" }, "not_enabled": { "$ref": "#/definitions/dropped" }, "not_defined": { "$ref": "#/definitions/dropped" }, "duplicate_event": { "$ref": "#/definitions/dropped" }, "empty_key": { "$ref": "#/definitions/dropped" }, "duplicate_key": { "$ref": "#/definitions/dropped" }, "removed_not_forwarded": { "$ref": "#/definitions/dropped" }, "null_value": { "$ref": "#/definitions/dropped" }, "empty_value": { "$ref": "#/definitions/dropped" }, "no_value": { "$ref": "#/definitions/dropped" }, "profile_limit": { "$ref": "#/definitions/dropped" }, "attribute_limit": { "$ref": "#/definitions/dropped" } } } } };
const schema12 = { "title": "the path of an entry file, or a list of them", "type": ["string", "array"], "minLength": 1, "minItems": 1, "items": { "title": "the path of an entry file", "type": "string", "minLength": 1 } };
import ucs2length from "ajv/dist/runtime/ucs2length.js";
const func2 = ucs2length.default ?? ucs2length;
const schema13 = { "title": "a test", "type": "object", "additionalProperties": false, "required": ["name", "batch"], "dependencies": { "requests": { "properties": { "requests_include": false } }, "drops": { "properties": { "drops_include": false } } }, "properties": { "name": { "title": "a sentence", "type": "string", "minLength": 1 }, "batch": { "title": "a batch, its name, or the path of its file", "type": ["string", "object"], "minLength": 1 }, "changes": { "title": "a mapping of changes", "type": "object" }, "waybill": { "$ref": "#/definitions/waybills" }, "requests": { "$ref": "#/definitions/requests" }, "requests_include": { "$ref": "#/definitions/requests" }, "drops": { "$ref": "#/definitions/drops" }, "drops_include": { "$ref": "#/definitions/drops" } } };
const schema15 = { "title": "a list of requests", "type": "array", "items": { "title": "a request", "type": "object", "additionalProperties": false, "minProperties": 1, "dependencies": { "profile": { "properties": { "event": false } } }, "properties": { "profile": { "title": "a mapping of SessionM's user", "type": "object", "additionalProperties": { "$ref": "#/definitions/sent" } }, "event": { "title": "a mapping with the SessionM event", "type": "object", "additionalProperties": { "$ref": "#/definitions/sent" } }, "member": { "title": "an external id", "type": "string", "minLength": 1 } } } };
const schema16 = { "title": "text, a mapping or a list", "type": ["string", "object", "array"], "additionalProperties": { "$ref": "#/definitions/sent" }, "items": { "$ref": "#/definitions/sent" } };
const wrapper0 = { validate: validate13 };
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if ((!data || typeof data != "object") && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema16.type }, message: "must be string,object,array", schema: schema16.type, parentSchema: schema16, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!wrapper0.validate(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
        vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
        errors = vErrors.length;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!wrapper0.validate(data[key0], { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData })) {
        vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
        errors = vErrors.length;
      }
    }
  }
  validate13.errors = vErrors;
  return errors === 0;
}
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (Object.keys(data0).length < 1) {
          const err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema15.items, data: data0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        for (const key0 in data0) {
          if (!(key0 === "profile" || key0 === "event" || key0 === "member")) {
            const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema15.items, data: data0 };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data0.profile !== void 0) {
          if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
            if (data0.event !== void 0) {
              const err2 = { instancePath: instancePath + "/" + i0 + "/event", schemaPath: "#/items/dependencies/profile/properties/event/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema15.items.dependencies.profile.properties.event, data: data0.event };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          }
        }
        if (data0.profile !== void 0) {
          let data2 = data0.profile;
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            for (const key1 in data2) {
              if (!validate13(data2[key1], { instancePath: instancePath + "/" + i0 + "/profile/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data2, parentDataProperty: key1, rootData })) {
                vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err3 = { instancePath: instancePath + "/" + i0 + "/profile", schemaPath: "#/items/properties/profile/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.items.properties.profile.type, parentSchema: schema15.items.properties.profile, data: data2 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data0.event !== void 0) {
          let data4 = data0.event;
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            for (const key2 in data4) {
              if (!validate13(data4[key2], { instancePath: instancePath + "/" + i0 + "/event/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data4, parentDataProperty: key2, rootData })) {
                vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err4 = { instancePath: instancePath + "/" + i0 + "/event", schemaPath: "#/items/properties/event/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.items.properties.event.type, parentSchema: schema15.items.properties.event, data: data4 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data0.member !== void 0) {
          let data6 = data0.member;
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err5 = { instancePath: instancePath + "/" + i0 + "/member", schemaPath: "#/items/properties/member/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema15.items.properties.member, data: data6 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/" + i0 + "/member", schemaPath: "#/items/properties/member/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema15.items.properties.member.type, parentSchema: schema15.items.properties.member, data: data6 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema15.items.type, parentSchema: schema15.items, data: data0 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema15.type, parentSchema: schema15, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate12.errors = vErrors;
  return errors === 0;
}
const schema17 = { "title": "a mapping of reasons", "type": "object", "additionalProperties": false, "properties": { "malformed": { "$ref": "#/definitions/dropped" }, "platform": { "$ref": "#/definitions/dropped" }, "environment": { "$ref": "#/definitions/dropped" }, "loop": { "$ref": "#/definitions/dropped" }, "replay": { "$ref": "#/definitions/dropped" }, "not_logged_in": { "$ref": "#/definitions/dropped" }, "bad_external_id": { "$ref": "#/definitions/dropped" }, "condition": { "$ref": "#/definitions/dropped" }, "event_type": { "$ref": "#/definitions/dropped" }, "not_enabled": { "$ref": "#/definitions/dropped" }, "not_defined": { "$ref": "#/definitions/dropped" }, "duplicate_event": { "$ref": "#/definitions/dropped" }, "empty_key": { "$ref": "#/definitions/dropped" }, "duplicate_key": { "$ref": "#/definitions/dropped" }, "removed_not_forwarded": { "$ref": "#/definitions/dropped" }, "null_value": { "$ref": "#/definitions/dropped" }, "empty_value": { "$ref": "#/definitions/dropped" }, "no_value": { "$ref": "#/definitions/dropped" }, "profile_limit": { "$ref": "#/definitions/dropped" }, "attribute_limit": { "$ref": "#/definitions/dropped" } } };
const schema18 = { "title": "a list of names, or a number", "type": ["array", "integer"], "minimum": 0, "items": { "title": "the name of a data point", "type": "string" } };
const func10 = Object.prototype.hasOwnProperty;
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func10.call(schema17.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema17, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.malformed !== void 0) {
      let data0 = data.malformed;
      if (!Array.isArray(data0) && !(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/malformed", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 0 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/malformed", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 !== "string") {
            const err3 = { instancePath: instancePath + "/malformed/" + i0, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      }
    }
    if (data.platform !== void 0) {
      let data2 = data.platform;
      if (!Array.isArray(data2) && !(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err4 = { instancePath: instancePath + "/platform", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 0 || isNaN(data2)) {
          const err5 = { instancePath: instancePath + "/platform", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (Array.isArray(data2)) {
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 !== "string") {
            const err6 = { instancePath: instancePath + "/platform/" + i1, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      }
    }
    if (data.environment !== void 0) {
      let data4 = data.environment;
      if (!Array.isArray(data4) && !(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err7 = { instancePath: instancePath + "/environment", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data4 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 < 0 || isNaN(data4)) {
          const err8 = { instancePath: instancePath + "/environment", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data4 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      if (Array.isArray(data4)) {
        const len2 = data4.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data5 = data4[i2];
          if (typeof data5 !== "string") {
            const err9 = { instancePath: instancePath + "/environment/" + i2, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data5 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      }
    }
    if (data.loop !== void 0) {
      let data6 = data.loop;
      if (!Array.isArray(data6) && !(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        const err10 = { instancePath: instancePath + "/loop", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data6 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 < 0 || isNaN(data6)) {
          const err11 = { instancePath: instancePath + "/loop", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data6 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
      if (Array.isArray(data6)) {
        const len3 = data6.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data7 = data6[i3];
          if (typeof data7 !== "string") {
            const err12 = { instancePath: instancePath + "/loop/" + i3, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data7 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      }
    }
    if (data.replay !== void 0) {
      let data8 = data.replay;
      if (!Array.isArray(data8) && !(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
        const err13 = { instancePath: instancePath + "/replay", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data8 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data8 == "number" && isFinite(data8)) {
        if (data8 < 0 || isNaN(data8)) {
          const err14 = { instancePath: instancePath + "/replay", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data8 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
      if (Array.isArray(data8)) {
        const len4 = data8.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data9 = data8[i4];
          if (typeof data9 !== "string") {
            const err15 = { instancePath: instancePath + "/replay/" + i4, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data9 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      }
    }
    if (data.not_logged_in !== void 0) {
      let data10 = data.not_logged_in;
      if (!Array.isArray(data10) && !(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err16 = { instancePath: instancePath + "/not_logged_in", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data10 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 < 0 || isNaN(data10)) {
          const err17 = { instancePath: instancePath + "/not_logged_in", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data10 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
      if (Array.isArray(data10)) {
        const len5 = data10.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data11 = data10[i5];
          if (typeof data11 !== "string") {
            const err18 = { instancePath: instancePath + "/not_logged_in/" + i5, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data11 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      }
    }
    if (data.bad_external_id !== void 0) {
      let data12 = data.bad_external_id;
      if (!Array.isArray(data12) && !(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
        const err19 = { instancePath: instancePath + "/bad_external_id", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data12 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 < 0 || isNaN(data12)) {
          const err20 = { instancePath: instancePath + "/bad_external_id", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data12 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      }
      if (Array.isArray(data12)) {
        const len6 = data12.length;
        for (let i6 = 0; i6 < len6; i6++) {
          let data13 = data12[i6];
          if (typeof data13 !== "string") {
            const err21 = { instancePath: instancePath + "/bad_external_id/" + i6, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data13 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      }
    }
    if (data.condition !== void 0) {
      let data14 = data.condition;
      if (!Array.isArray(data14) && !(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
        const err22 = { instancePath: instancePath + "/condition", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data14 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (typeof data14 == "number" && isFinite(data14)) {
        if (data14 < 0 || isNaN(data14)) {
          const err23 = { instancePath: instancePath + "/condition", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data14 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
      if (Array.isArray(data14)) {
        const len7 = data14.length;
        for (let i7 = 0; i7 < len7; i7++) {
          let data15 = data14[i7];
          if (typeof data15 !== "string") {
            const err24 = { instancePath: instancePath + "/condition/" + i7, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data15 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      }
    }
    if (data.event_type !== void 0) {
      let data16 = data.event_type;
      if (!Array.isArray(data16) && !(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
        const err25 = { instancePath: instancePath + "/event_type", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data16 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (typeof data16 == "number" && isFinite(data16)) {
        if (data16 < 0 || isNaN(data16)) {
          const err26 = { instancePath: instancePath + "/event_type", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data16 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      }
      if (Array.isArray(data16)) {
        const len8 = data16.length;
        for (let i8 = 0; i8 < len8; i8++) {
          let data17 = data16[i8];
          if (typeof data17 !== "string") {
            const err27 = { instancePath: instancePath + "/event_type/" + i8, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data17 };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      }
    }
    if (data.not_enabled !== void 0) {
      let data18 = data.not_enabled;
      if (!Array.isArray(data18) && !(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
        const err28 = { instancePath: instancePath + "/not_enabled", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data18 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data18 == "number" && isFinite(data18)) {
        if (data18 < 0 || isNaN(data18)) {
          const err29 = { instancePath: instancePath + "/not_enabled", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data18 };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
      if (Array.isArray(data18)) {
        const len9 = data18.length;
        for (let i9 = 0; i9 < len9; i9++) {
          let data19 = data18[i9];
          if (typeof data19 !== "string") {
            const err30 = { instancePath: instancePath + "/not_enabled/" + i9, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data19 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      }
    }
    if (data.not_defined !== void 0) {
      let data20 = data.not_defined;
      if (!Array.isArray(data20) && !(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
        const err31 = { instancePath: instancePath + "/not_defined", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data20 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (typeof data20 == "number" && isFinite(data20)) {
        if (data20 < 0 || isNaN(data20)) {
          const err32 = { instancePath: instancePath + "/not_defined", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data20 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      }
      if (Array.isArray(data20)) {
        const len10 = data20.length;
        for (let i10 = 0; i10 < len10; i10++) {
          let data21 = data20[i10];
          if (typeof data21 !== "string") {
            const err33 = { instancePath: instancePath + "/not_defined/" + i10, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data21 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
      }
    }
    if (data.duplicate_event !== void 0) {
      let data22 = data.duplicate_event;
      if (!Array.isArray(data22) && !(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
        const err34 = { instancePath: instancePath + "/duplicate_event", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data22 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data22 == "number" && isFinite(data22)) {
        if (data22 < 0 || isNaN(data22)) {
          const err35 = { instancePath: instancePath + "/duplicate_event", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data22 };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      }
      if (Array.isArray(data22)) {
        const len11 = data22.length;
        for (let i11 = 0; i11 < len11; i11++) {
          let data23 = data22[i11];
          if (typeof data23 !== "string") {
            const err36 = { instancePath: instancePath + "/duplicate_event/" + i11, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data23 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      }
    }
    if (data.empty_key !== void 0) {
      let data24 = data.empty_key;
      if (!Array.isArray(data24) && !(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
        const err37 = { instancePath: instancePath + "/empty_key", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data24 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      if (typeof data24 == "number" && isFinite(data24)) {
        if (data24 < 0 || isNaN(data24)) {
          const err38 = { instancePath: instancePath + "/empty_key", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data24 };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      }
      if (Array.isArray(data24)) {
        const len12 = data24.length;
        for (let i12 = 0; i12 < len12; i12++) {
          let data25 = data24[i12];
          if (typeof data25 !== "string") {
            const err39 = { instancePath: instancePath + "/empty_key/" + i12, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data25 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      }
    }
    if (data.duplicate_key !== void 0) {
      let data26 = data.duplicate_key;
      if (!Array.isArray(data26) && !(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
        const err40 = { instancePath: instancePath + "/duplicate_key", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data26 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
      if (typeof data26 == "number" && isFinite(data26)) {
        if (data26 < 0 || isNaN(data26)) {
          const err41 = { instancePath: instancePath + "/duplicate_key", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data26 };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
      if (Array.isArray(data26)) {
        const len13 = data26.length;
        for (let i13 = 0; i13 < len13; i13++) {
          let data27 = data26[i13];
          if (typeof data27 !== "string") {
            const err42 = { instancePath: instancePath + "/duplicate_key/" + i13, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data27 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
      }
    }
    if (data.removed_not_forwarded !== void 0) {
      let data28 = data.removed_not_forwarded;
      if (!Array.isArray(data28) && !(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
        const err43 = { instancePath: instancePath + "/removed_not_forwarded", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data28 };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
      if (typeof data28 == "number" && isFinite(data28)) {
        if (data28 < 0 || isNaN(data28)) {
          const err44 = { instancePath: instancePath + "/removed_not_forwarded", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data28 };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
      }
      if (Array.isArray(data28)) {
        const len14 = data28.length;
        for (let i14 = 0; i14 < len14; i14++) {
          let data29 = data28[i14];
          if (typeof data29 !== "string") {
            const err45 = { instancePath: instancePath + "/removed_not_forwarded/" + i14, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data29 };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
      }
    }
    if (data.null_value !== void 0) {
      let data30 = data.null_value;
      if (!Array.isArray(data30) && !(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
        const err46 = { instancePath: instancePath + "/null_value", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data30 };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
      if (typeof data30 == "number" && isFinite(data30)) {
        if (data30 < 0 || isNaN(data30)) {
          const err47 = { instancePath: instancePath + "/null_value", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data30 };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      }
      if (Array.isArray(data30)) {
        const len15 = data30.length;
        for (let i15 = 0; i15 < len15; i15++) {
          let data31 = data30[i15];
          if (typeof data31 !== "string") {
            const err48 = { instancePath: instancePath + "/null_value/" + i15, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data31 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
      }
    }
    if (data.empty_value !== void 0) {
      let data32 = data.empty_value;
      if (!Array.isArray(data32) && !(typeof data32 == "number" && (!(data32 % 1) && !isNaN(data32)) && isFinite(data32))) {
        const err49 = { instancePath: instancePath + "/empty_value", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data32 };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
      if (typeof data32 == "number" && isFinite(data32)) {
        if (data32 < 0 || isNaN(data32)) {
          const err50 = { instancePath: instancePath + "/empty_value", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data32 };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      }
      if (Array.isArray(data32)) {
        const len16 = data32.length;
        for (let i16 = 0; i16 < len16; i16++) {
          let data33 = data32[i16];
          if (typeof data33 !== "string") {
            const err51 = { instancePath: instancePath + "/empty_value/" + i16, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data33 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
      }
    }
    if (data.no_value !== void 0) {
      let data34 = data.no_value;
      if (!Array.isArray(data34) && !(typeof data34 == "number" && (!(data34 % 1) && !isNaN(data34)) && isFinite(data34))) {
        const err52 = { instancePath: instancePath + "/no_value", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data34 };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
      if (typeof data34 == "number" && isFinite(data34)) {
        if (data34 < 0 || isNaN(data34)) {
          const err53 = { instancePath: instancePath + "/no_value", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data34 };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      }
      if (Array.isArray(data34)) {
        const len17 = data34.length;
        for (let i17 = 0; i17 < len17; i17++) {
          let data35 = data34[i17];
          if (typeof data35 !== "string") {
            const err54 = { instancePath: instancePath + "/no_value/" + i17, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data35 };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
        }
      }
    }
    if (data.profile_limit !== void 0) {
      let data36 = data.profile_limit;
      if (!Array.isArray(data36) && !(typeof data36 == "number" && (!(data36 % 1) && !isNaN(data36)) && isFinite(data36))) {
        const err55 = { instancePath: instancePath + "/profile_limit", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data36 };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
      if (typeof data36 == "number" && isFinite(data36)) {
        if (data36 < 0 || isNaN(data36)) {
          const err56 = { instancePath: instancePath + "/profile_limit", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data36 };
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
      }
      if (Array.isArray(data36)) {
        const len18 = data36.length;
        for (let i18 = 0; i18 < len18; i18++) {
          let data37 = data36[i18];
          if (typeof data37 !== "string") {
            const err57 = { instancePath: instancePath + "/profile_limit/" + i18, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data37 };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
      }
    }
    if (data.attribute_limit !== void 0) {
      let data38 = data.attribute_limit;
      if (!Array.isArray(data38) && !(typeof data38 == "number" && (!(data38 % 1) && !isNaN(data38)) && isFinite(data38))) {
        const err58 = { instancePath: instancePath + "/attribute_limit", schemaPath: "#/definitions/dropped/type", keyword: "type", params: { type: schema18.type }, message: "must be array,integer", schema: schema18.type, parentSchema: schema18, data: data38 };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
      if (typeof data38 == "number" && isFinite(data38)) {
        if (data38 < 0 || isNaN(data38)) {
          const err59 = { instancePath: instancePath + "/attribute_limit", schemaPath: "#/definitions/dropped/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema18, data: data38 };
          if (vErrors === null) {
            vErrors = [err59];
          } else {
            vErrors.push(err59);
          }
          errors++;
        }
      }
      if (Array.isArray(data38)) {
        const len19 = data38.length;
        for (let i19 = 0; i19 < len19; i19++) {
          let data39 = data38[i19];
          if (typeof data39 !== "string") {
            const err60 = { instancePath: instancePath + "/attribute_limit/" + i19, schemaPath: "#/definitions/dropped/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.items.type, parentSchema: schema18.items, data: data39 };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err61 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
      vErrors = [err61];
    } else {
      vErrors.push(err61);
    }
    errors++;
  }
  validate18.errors = vErrors;
  return errors === 0;
}
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema13.required, parentSchema: schema13, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.batch === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "batch" }, message: "must have required property 'batch'", schema: schema13.required, parentSchema: schema13, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "batch" || key0 === "changes" || key0 === "waybill" || key0 === "requests" || key0 === "requests_include" || key0 === "drops" || key0 === "drops_include")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema13, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.requests !== void 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.requests_include !== void 0) {
          const err3 = { instancePath: instancePath + "/requests_include", schemaPath: "#/dependencies/requests/properties/requests_include/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema13.dependencies.requests.properties.requests_include, data: data.requests_include };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.drops !== void 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.drops_include !== void 0) {
          const err4 = { instancePath: instancePath + "/drops_include", schemaPath: "#/dependencies/drops/properties/drops_include/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema13.dependencies.drops.properties.drops_include, data: data.drops_include };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.name !== void 0) {
      let data2 = data.name;
      if (typeof data2 === "string") {
        if (func2(data2) < 1) {
          const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema13.properties.name, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema13.properties.name.type, parentSchema: schema13.properties.name, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.batch !== void 0) {
      let data3 = data.batch;
      if (typeof data3 !== "string" && !(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
        const err7 = { instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: schema13.properties.batch.type }, message: "must be string,object", schema: schema13.properties.batch.type, parentSchema: schema13.properties.batch, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data3 === "string") {
        if (func2(data3) < 1) {
          const err8 = { instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema13.properties.batch, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.changes !== void 0) {
      let data4 = data.changes;
      if (!(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
        const err9 = { instancePath: instancePath + "/changes", schemaPath: "#/properties/changes/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema13.properties.changes.type, parentSchema: schema13.properties.changes, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.waybill !== void 0) {
      let data5 = data.waybill;
      if (typeof data5 !== "string" && !Array.isArray(data5)) {
        const err10 = { instancePath: instancePath + "/waybill", schemaPath: "#/definitions/waybills/type", keyword: "type", params: { type: schema12.type }, message: "must be string,array", schema: schema12.type, parentSchema: schema12, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data5 === "string") {
        if (func2(data5) < 1) {
          const err11 = { instancePath: instancePath + "/waybill", schemaPath: "#/definitions/waybills/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
      if (Array.isArray(data5)) {
        if (data5.length < 1) {
          const err12 = { instancePath: instancePath + "/waybill", schemaPath: "#/definitions/waybills/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema12, data: data5 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err13 = { instancePath: instancePath + "/waybill/" + i0, schemaPath: "#/definitions/waybills/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12.items, data: data6 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/waybill/" + i0, schemaPath: "#/definitions/waybills/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.items.type, parentSchema: schema12.items, data: data6 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
      }
    }
    if (data.requests !== void 0) {
      if (!validate12(data.requests, { instancePath: instancePath + "/requests", parentData: data, parentDataProperty: "requests", rootData })) {
        vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
        errors = vErrors.length;
      }
    }
    if (data.requests_include !== void 0) {
      if (!validate12(data.requests_include, { instancePath: instancePath + "/requests_include", parentData: data, parentDataProperty: "requests_include", rootData })) {
        vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
        errors = vErrors.length;
      }
    }
    if (data.drops !== void 0) {
      if (!validate18(data.drops, { instancePath: instancePath + "/drops", parentData: data, parentDataProperty: "drops", rootData })) {
        vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
        errors = vErrors.length;
      }
    }
    if (data.drops_include !== void 0) {
      if (!validate18(data.drops_include, { instancePath: instancePath + "/drops_include", parentData: data, parentDataProperty: "drops_include", rootData })) {
        vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema13.type, parentSchema: schema13, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tests === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tests" }, message: "must have required property 'tests'", schema: schema11.required, parentSchema: schema11, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "waybill" || key0 === "batches" || key0 === "tests")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.waybill !== void 0) {
      let data0 = data.waybill;
      if (typeof data0 !== "string" && !Array.isArray(data0)) {
        const err2 = { instancePath: instancePath + "/waybill", schemaPath: "#/definitions/waybills/type", keyword: "type", params: { type: schema12.type }, message: "must be string,array", schema: schema12.type, parentSchema: schema12, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err3 = { instancePath: instancePath + "/waybill", schemaPath: "#/definitions/waybills/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err4 = { instancePath: instancePath + "/waybill", schemaPath: "#/definitions/waybills/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema12, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err5 = { instancePath: instancePath + "/waybill/" + i0, schemaPath: "#/definitions/waybills/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12.items, data: data1 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/waybill/" + i0, schemaPath: "#/definitions/waybills/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.items.type, parentSchema: schema12.items, data: data1 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      }
    }
    if (data.batches !== void 0) {
      let data2 = data.batches;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          let data3 = data2[key1];
          if (typeof data3 !== "string" && !(data3 && typeof data3 == "object" && !Array.isArray(data3))) {
            const err7 = { instancePath: instancePath + "/batches/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/batches/additionalProperties/type", keyword: "type", params: { type: schema11.properties.batches.additionalProperties.type }, message: "must be string,object", schema: schema11.properties.batches.additionalProperties.type, parentSchema: schema11.properties.batches.additionalProperties, data: data3 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (typeof data3 === "string") {
            if (func2(data3) < 1) {
              const err8 = { instancePath: instancePath + "/batches/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/batches/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema11.properties.batches.additionalProperties, data: data3 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/batches", schemaPath: "#/properties/batches/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.batches.type, parentSchema: schema11.properties.batches, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.tests !== void 0) {
      let data4 = data.tests;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err10 = { instancePath: instancePath + "/tests", schemaPath: "#/properties/tests/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.tests, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate11(data4[i1], { instancePath: instancePath + "/tests/" + i1, parentData: data4, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/tests", schemaPath: "#/properties/tests/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.tests.type, parentSchema: schema11.properties.tests, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
