// Generated from grammar/waybill.schema.json by `npm run generate`. Do not edit.
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "waybill.schema.json", "title": "the keys of a waybill", "type": "object", "additionalProperties": false, "required": ["waybill"], "properties": { "waybill": { "const": 1 }, "name": { "title": "a waybill name", "type": "string", "pattern": "^[a-z][a-z0-9-]*$" }, "description": { "type": "string" }, "include": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/name" } }, "connection": { "type": "object", "additionalProperties": false, "properties": { "host": { "$ref": "#/definitions/name" }, "api_key": { "$ref": "#/definitions/name" }, "api_secret": { "$ref": "#/definitions/name" } } }, "source": { "type": "object", "additionalProperties": false, "properties": { "data_plan": { "$ref": "#/definitions/name" }, "platforms": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/platform" } }, "environments": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/environment" } }, "users": { "title": "a choice of users", "type": "string", "enum": ["logged_in", "all"] }, "login_identities": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/identity" } }, "names": { "title": "a way to match names", "type": "string", "enum": ["exact", "ignore_case"] }, "loop_partners": { "type": "array", "items": { "$ref": "#/definitions/name" } }, "replays": { "title": "a choice for replays", "type": "string", "enum": ["drop", "forward"] }, "when": { "$ref": "#/definitions/expression" } } }, "sessionm": { "type": "object", "additionalProperties": false, "properties": { "events": { "type": "array", "items": { "$ref": "#/definitions/name" } }, "attributes": { "type": "array", "items": { "$ref": "#/definitions/name" } } } }, "casing": { "type": "object", "additionalProperties": false, "properties": { "user_attributes": { "title": "a casing style", "type": "string", "enum": ["preserve", "as_defined", "snake_case", "camel_case", "pascal_case", "lower_case", "upper_case"] }, "event_attributes": { "title": "a casing style for event attributes", "type": "string", "enum": ["preserve", "snake_case", "camel_case", "pascal_case", "lower_case", "upper_case"] }, "rules": { "type": "array", "maxItems": 1e3, "items": { "$ref": "#/definitions/casingRule" } } } }, "attribute_sets": { "type": "object", "additionalProperties": { "$ref": "#/definitions/attributes" } }, "profile": { "type": "object", "additionalProperties": false, "properties": { "external_id": { "$ref": "#/definitions/externalId" }, "identities": { "title": "a mapping of identities", "type": "object", "additionalProperties": false, "properties": { "mpid": { "$ref": "#/definitions/identityTarget" }, "customer_id": { "$ref": "#/definitions/identityTarget" }, "email": { "$ref": "#/definitions/identityTarget" }, "other": { "$ref": "#/definitions/identityTarget" }, "other_id_2": { "$ref": "#/definitions/identityTarget" }, "other_id_3": { "$ref": "#/definitions/identityTarget" }, "other_id_4": { "$ref": "#/definitions/identityTarget" }, "other_id_5": { "$ref": "#/definitions/identityTarget" }, "other_id_6": { "$ref": "#/definitions/identityTarget" }, "other_id_7": { "$ref": "#/definitions/identityTarget" }, "other_id_8": { "$ref": "#/definitions/identityTarget" }, "other_id_9": { "$ref": "#/definitions/identityTarget" }, "other_id_10": { "$ref": "#/definitions/identityTarget" }, "mobile_number": { "$ref": "#/definitions/identityTarget" }, "phone_number_2": { "$ref": "#/definitions/identityTarget" }, "phone_number_3": { "$ref": "#/definitions/identityTarget" }, "facebook": { "$ref": "#/definitions/identityTarget" }, "twitter": { "$ref": "#/definitions/identityTarget" }, "google": { "$ref": "#/definitions/identityTarget" }, "microsoft": { "$ref": "#/definitions/identityTarget" }, "yahoo": { "$ref": "#/definitions/identityTarget" }, "alias": { "$ref": "#/definitions/identityTarget" }, "facebook_custom_audience_id": { "$ref": "#/definitions/identityTarget" } } }, "reserved_fields": { "title": "`none`, `default` or a list", "type": ["string", "array"], "if": { "type": "string" }, "then": { "enum": ["none", "default"], "title": "a choice of reserved fields" }, "else": { "items": { "$ref": "#/definitions/reservedEntry" } } }, "attributes": { "$ref": "#/definitions/attributes" }, "new_attributes": { "$ref": "#/definitions/newDataPoints" }, "lists": { "title": "a form for lists", "type": "string", "enum": ["comma", "json"] }, "removed": { "title": "a choice for removed attributes", "type": "string", "enum": ["keep", "empty"] }, "when": { "$ref": "#/definitions/expression" }, "send": { "title": "a choice of when to send", "type": "string", "enum": ["changed", "always"] }, "missing_users": { "title": "`hold`, `dead_letter` or `create`", "type": ["string", "object"], "if": { "type": "string" }, "then": { "title": "a choice for missing users", "enum": ["hold", "dead_letter"] }, "else": { "additionalProperties": false, "required": ["create"], "properties": { "create": { "type": "object", "additionalProperties": false, "required": ["external_id_type", "opted_in"], "properties": { "external_id_type": { "$ref": "#/definitions/name" }, "opted_in": { "type": "boolean" } } } } } } } }, "events": { "type": "array", "items": { "$ref": "#/definitions/eventEntry" } }, "screens": { "type": "array", "items": { "$ref": "#/definitions/screenEntry" } }, "new_events": { "$ref": "#/definitions/newDataPoints" } }, "definitions": { "name": { "title": "text", "type": "string", "minLength": 1 }, "expression": { "title": "an expression", "type": ["string", "number", "boolean"], "minLength": 1 }, "platform": { "title": "a platform", "type": "string", "enum": ["ios", "android", "fire_tv", "alexa", "mobile_web", "custom_feeds", "roku", "smart_tv", "tvos", "xbox"] }, "environment": { "title": "an environment", "type": "string", "enum": ["production", "development"] }, "identity": { "title": "an identity type", "type": "string", "enum": ["customer_id", "email", "other", "other_id_2", "other_id_3", "other_id_4", "other_id_5", "other_id_6", "other_id_7", "other_id_8", "other_id_9", "other_id_10", "mobile_number", "phone_number_2", "phone_number_3", "facebook", "twitter", "google", "microsoft", "yahoo", "alias", "facebook_custom_audience_id"] }, "externalId": { "title": "`mpid` or an identity type", "type": "string", "enum": ["mpid", "customer_id", "email", "other", "other_id_2", "other_id_3", "other_id_4", "other_id_5", "other_id_6", "other_id_7", "other_id_8", "other_id_9", "other_id_10", "mobile_number", "phone_number_2", "phone_number_3", "facebook", "twitter", "google", "microsoft", "yahoo", "alias", "facebook_custom_audience_id"] }, "newDataPoints": { "title": "a choice for new data points", "type": "string", "enum": ["drop", "forward"] }, "casingRule": { "type": "object", "additionalProperties": false, "required": ["match", "to"], "properties": { "match": { "$ref": "#/definitions/name" }, "to": { "$ref": "#/definitions/name" } } }, "identityTarget": { "title": "a reserved field, `{attribute: …}` or `{identifier: …}`", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["identifier"] }, "then": { "type": "object", "additionalProperties": false, "properties": { "identifier": { "$ref": "#/definitions/name" }, "replaces": { "title": "`all`", "type": "string", "enum": ["all"] } } }, "else": { "type": "object", "additionalProperties": false, "required": ["attribute"], "properties": { "attribute": { "$ref": "#/definitions/name" } } } } }, "attributes": { "title": "a list of attributes", "type": "array", "items": { "$ref": "#/definitions/attributeEntry" } }, "attributeEntry": { "title": "an attribute entry", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["attribute"] }, "then": { "$ref": "#/definitions/attributeLong" }, "else": { "if": { "required": ["set"] }, "then": { "$ref": "#/definitions/setReference" }, "else": { "$ref": "#/definitions/rename" } } } }, "attributeLong": { "type": "object", "additionalProperties": false, "required": ["attribute"], "properties": { "attribute": { "title": "a name or a list of names", "type": ["string", "array"], "minLength": 1, "minItems": 1, "items": { "$ref": "#/definitions/name" } }, "to": { "$ref": "#/definitions/name" }, "value": { "$ref": "#/definitions/expression" }, "text": { "type": "string" }, "lookup": { "type": "object", "minProperties": 1, "additionalProperties": { "title": "text", "type": "string" } }, "else": { "type": "string" }, "when": { "$ref": "#/definitions/expression" } }, "dependencies": { "else": ["lookup"], "value": { "properties": { "text": false, "lookup": false } }, "text": { "properties": { "lookup": false } } } }, "setReference": { "type": "object", "additionalProperties": false, "properties": { "set": { "$ref": "#/definitions/name" } } }, "rename": { "title": "rename", "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": { "$ref": "#/definitions/name" } }, "reservedEntry": { "title": "a reserved field entry", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["attribute"] }, "then": { "$ref": "#/definitions/attributeLong" }, "else": { "$ref": "#/definitions/rename" } } }, "eventEntry": { "title": "an event entry", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["event"] }, "then": { "$ref": "#/definitions/eventLong" }, "else": { "$ref": "#/definitions/rename" } } }, "screenEntry": { "title": "a screen entry", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["screen"] }, "then": { "$ref": "#/definitions/screenLong" }, "else": { "$ref": "#/definitions/rename" } } }, "eventLong": { "type": "object", "additionalProperties": false, "required": ["event"], "properties": { "event": { "$ref": "#/definitions/name" }, "type": { "title": "a custom event type", "type": "string", "enum": ["navigation", "location", "search", "transaction", "user_content", "user_preference", "social", "media", "other", "attribution", "unknown"] }, "to": { "$ref": "#/definitions/name" }, "when": { "$ref": "#/definitions/expression" }, "attributes": { "$ref": "#/definitions/attributes" }, "new_attributes": { "$ref": "#/definitions/newDataPoints" } } }, "screenLong": { "type": "object", "additionalProperties": false, "required": ["screen"], "properties": { "screen": { "$ref": "#/definitions/name" }, "to": { "$ref": "#/definitions/name" }, "when": { "$ref": "#/definitions/expression" }, "attributes": { "$ref": "#/definitions/attributes" }, "new_attributes": { "$ref": "#/definitions/newDataPoints" } } } } };
const schema12 = { "title": "text", "type": "string", "minLength": 1 };
const schema17 = { "title": "a platform", "type": "string", "enum": ["ios", "android", "fire_tv", "alexa", "mobile_web", "custom_feeds", "roku", "smart_tv", "tvos", "xbox"] };
const schema18 = { "title": "an environment", "type": "string", "enum": ["production", "development"] };
const schema19 = { "title": "an identity type", "type": "string", "enum": ["customer_id", "email", "other", "other_id_2", "other_id_3", "other_id_4", "other_id_5", "other_id_6", "other_id_7", "other_id_8", "other_id_9", "other_id_10", "mobile_number", "phone_number_2", "phone_number_3", "facebook", "twitter", "google", "microsoft", "yahoo", "alias", "facebook_custom_audience_id"] };
const schema21 = { "title": "an expression", "type": ["string", "number", "boolean"], "minLength": 1 };
const schema38 = { "title": "`mpid` or an identity type", "type": "string", "enum": ["mpid", "customer_id", "email", "other", "other_id_2", "other_id_3", "other_id_4", "other_id_5", "other_id_6", "other_id_7", "other_id_8", "other_id_9", "other_id_10", "mobile_number", "phone_number_2", "phone_number_3", "facebook", "twitter", "google", "microsoft", "yahoo", "alias", "facebook_custom_audience_id"] };
const schema43 = { "title": "a choice for new data points", "type": "string", "enum": ["drop", "forward"] };
const func2 = Object.prototype.hasOwnProperty;
import ucs2length from "ajv/dist/runtime/ucs2length.js";
const func3 = ucs2length.default ?? ucs2length;
const pattern0 = new RegExp("^[a-z][a-z0-9-]*$", "u");
const schema24 = { "type": "object", "additionalProperties": false, "required": ["match", "to"], "properties": { "match": { "$ref": "#/definitions/name" }, "to": { "$ref": "#/definitions/name" } } };
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.match === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "match" }, message: "must have required property 'match'", schema: schema24.required, parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.to === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'", schema: schema24.required, parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "match" || key0 === "to")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema24, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.match !== void 0) {
      let data0 = data.match;
      if (typeof data0 === "string") {
        if (func3(data0) < 1) {
          const err3 = { instancePath: instancePath + "/match", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/match", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data1 = data.to;
      if (typeof data1 === "string") {
        if (func3(data1) < 1) {
          const err5 = { instancePath: instancePath + "/to", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/to", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema24.type, parentSchema: schema24, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
const schema27 = { "title": "a list of attributes", "type": "array", "items": { "$ref": "#/definitions/attributeEntry" } };
const schema28 = { "title": "an attribute entry", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["attribute"] }, "then": { "$ref": "#/definitions/attributeLong" }, "else": { "if": { "required": ["set"] }, "then": { "$ref": "#/definitions/setReference" }, "else": { "$ref": "#/definitions/rename" } } } };
const schema29 = { "type": "object", "additionalProperties": false, "required": ["attribute"], "properties": { "attribute": { "title": "a name or a list of names", "type": ["string", "array"], "minLength": 1, "minItems": 1, "items": { "$ref": "#/definitions/name" } }, "to": { "$ref": "#/definitions/name" }, "value": { "$ref": "#/definitions/expression" }, "text": { "type": "string" }, "lookup": { "type": "object", "minProperties": 1, "additionalProperties": { "title": "text", "type": "string" } }, "else": { "type": "string" }, "when": { "$ref": "#/definitions/expression" } }, "dependencies": { "else": ["lookup"], "value": { "properties": { "text": false, "lookup": false } }, "text": { "properties": { "lookup": false } } } };
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.attribute === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attribute" }, message: "must have required property 'attribute'", schema: schema29.required, parentSchema: schema29, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "attribute" || key0 === "to" || key0 === "value" || key0 === "text" || key0 === "lookup" || key0 === "else" || key0 === "when")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema29, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.else !== void 0) {
      if (data.lookup === void 0) {
        const err2 = { instancePath, schemaPath: "#/dependencies", keyword: "dependencies", params: {
          property: "else",
          missingProperty: "lookup",
          depsCount: 1,
          deps: "lookup"
        }, message: "must have property lookup when property else is present", schema: schema29.dependencies, parentSchema: schema29, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.value !== void 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.text !== void 0) {
          const err3 = { instancePath: instancePath + "/text", schemaPath: "#/dependencies/value/properties/text/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema29.dependencies.value.properties.text, data: data.text };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data.lookup !== void 0) {
          const err4 = { instancePath: instancePath + "/lookup", schemaPath: "#/dependencies/value/properties/lookup/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema29.dependencies.value.properties.lookup, data: data.lookup };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.text !== void 0) {
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.lookup !== void 0) {
          const err5 = { instancePath: instancePath + "/lookup", schemaPath: "#/dependencies/text/properties/lookup/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema29.dependencies.text.properties.lookup, data: data.lookup };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.attribute !== void 0) {
      let data3 = data.attribute;
      if (typeof data3 !== "string" && !Array.isArray(data3)) {
        const err6 = { instancePath: instancePath + "/attribute", schemaPath: "#/properties/attribute/type", keyword: "type", params: { type: schema29.properties.attribute.type }, message: "must be string,array", schema: schema29.properties.attribute.type, parentSchema: schema29.properties.attribute, data: data3 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data3 === "string") {
        if (func3(data3) < 1) {
          const err7 = { instancePath: instancePath + "/attribute", schemaPath: "#/properties/attribute/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema29.properties.attribute, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err8 = { instancePath: instancePath + "/attribute", schemaPath: "#/properties/attribute/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema29.properties.attribute, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (func3(data4) < 1) {
              const err9 = { instancePath: instancePath + "/attribute/" + i0, schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data4 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/attribute/" + i0, schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data4 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      }
    }
    if (data.to !== void 0) {
      let data5 = data.to;
      if (typeof data5 === "string") {
        if (func3(data5) < 1) {
          const err11 = { instancePath: instancePath + "/to", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/to", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.value !== void 0) {
      let data6 = data.value;
      if (typeof data6 !== "string" && !(typeof data6 == "number" && isFinite(data6)) && typeof data6 !== "boolean") {
        const err13 = { instancePath: instancePath + "/value", schemaPath: "#/definitions/expression/type", keyword: "type", params: { type: schema21.type }, message: "must be string,number,boolean", schema: schema21.type, parentSchema: schema21, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data6 === "string") {
        if (func3(data6) < 1) {
          const err14 = { instancePath: instancePath + "/value", schemaPath: "#/definitions/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema21, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.text !== void 0) {
      let data7 = data.text;
      if (typeof data7 !== "string") {
        const err15 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.text.type, parentSchema: schema29.properties.text, data: data7 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.lookup !== void 0) {
      let data8 = data.lookup;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (Object.keys(data8).length < 1) {
          const err16 = { instancePath: instancePath + "/lookup", schemaPath: "#/properties/lookup/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema29.properties.lookup, data: data8 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        for (const key1 in data8) {
          let data9 = data8[key1];
          if (typeof data9 !== "string") {
            const err17 = { instancePath: instancePath + "/lookup/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/lookup/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.lookup.additionalProperties.type, parentSchema: schema29.properties.lookup.additionalProperties, data: data9 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/lookup", schemaPath: "#/properties/lookup/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema29.properties.lookup.type, parentSchema: schema29.properties.lookup, data: data8 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.else !== void 0) {
      let data10 = data.else;
      if (typeof data10 !== "string") {
        const err19 = { instancePath: instancePath + "/else", schemaPath: "#/properties/else/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema29.properties.else.type, parentSchema: schema29.properties.else, data: data10 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.when !== void 0) {
      let data11 = data.when;
      if (typeof data11 !== "string" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "boolean") {
        const err20 = { instancePath: instancePath + "/when", schemaPath: "#/definitions/expression/type", keyword: "type", params: { type: schema21.type }, message: "must be string,number,boolean", schema: schema21.type, parentSchema: schema21, data: data11 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data11 === "string") {
        if (func3(data11) < 1) {
          const err21 = { instancePath: instancePath + "/when", schemaPath: "#/definitions/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema21, data: data11 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      }
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema29.type, parentSchema: schema29, data };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate15.errors = vErrors;
  return errors === 0;
}
const schema34 = { "type": "object", "additionalProperties": false, "properties": { "set": { "$ref": "#/definitions/name" } } };
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "set")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.set !== void 0) {
      let data0 = data.set;
      if (typeof data0 === "string") {
        if (func3(data0) < 1) {
          const err1 = { instancePath: instancePath + "/set", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/set", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate17.errors = vErrors;
  return errors === 0;
}
const schema36 = { "title": "rename", "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": { "$ref": "#/definitions/name" } };
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      let data0 = data[key0];
      if (typeof data0 === "string") {
        if (func3(data0) < 1) {
          const err2 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema36.type, parentSchema: schema36, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate19.errors = vErrors;
  return errors === 0;
}
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema28.type }, message: "must be string,object", schema: schema28.type, parentSchema: schema28, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.attribute === void 0 && (missing0 = "attribute")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause0;
    if (_valid1) {
      const _errs7 = errors;
      if (!validate15(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause0 = "then";
    } else {
      const _errs8 = errors;
      const _errs9 = errors;
      let valid2 = true;
      const _errs10 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing1;
        if (data.set === void 0 && (missing1 = "set")) {
          const err3 = {};
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid2 = _errs10 === errors;
      errors = _errs9;
      if (vErrors !== null) {
        if (_errs9) {
          vErrors.length = _errs9;
        } else {
          vErrors = null;
        }
      }
      let ifClause1;
      if (_valid2) {
        const _errs11 = errors;
        if (!validate17(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
          errors = vErrors.length;
        }
        var _valid2 = _errs11 === errors;
        valid2 = _valid2;
        ifClause1 = "then";
      } else {
        const _errs12 = errors;
        if (!validate19(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
          errors = vErrors.length;
        }
        var _valid2 = _errs12 === errors;
        valid2 = _valid2;
        ifClause1 = "else";
      }
      if (!valid2) {
        const err4 = { instancePath, schemaPath: "#/then/else/if", keyword: "if", params: { failingKeyword: ifClause1 }, message: 'must match "' + ifClause1 + '" schema', schema: schema28.then.else.if, parentSchema: schema28.then.else, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      var _valid1 = _errs8 === errors;
      valid1 = _valid1;
      ifClause0 = "else";
    }
    if (!valid1) {
      const err5 = { instancePath, schemaPath: "#/then/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema', schema: schema28.then.if, parentSchema: schema28.then, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err6 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema28.if, parentSchema: schema28, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func3(data) < 1) {
      const err7 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema28, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
  }
  validate14.errors = vErrors;
  return errors === 0;
}
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate14(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
        vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema27.type, parentSchema: schema27, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}
const schema39 = { "title": "a reserved field, `{attribute: …}` or `{identifier: …}`", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["identifier"] }, "then": { "type": "object", "additionalProperties": false, "properties": { "identifier": { "$ref": "#/definitions/name" }, "replaces": { "title": "`all`", "type": "string", "enum": ["all"] } } }, "else": { "type": "object", "additionalProperties": false, "required": ["attribute"], "properties": { "attribute": { "$ref": "#/definitions/name" } } } } };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema39.type }, message: "must be string,object", schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.identifier === void 0 && (missing0 = "identifier")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause0;
    if (_valid1) {
      const _errs7 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        for (const key0 in data) {
          if (!(key0 === "identifier" || key0 === "replaces")) {
            const err3 = { instancePath, schemaPath: "#/then/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema39.then.then, data };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data.identifier !== void 0) {
          let data0 = data.identifier;
          if (typeof data0 === "string") {
            if (func3(data0) < 1) {
              const err4 = { instancePath: instancePath + "/identifier", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data0 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/identifier", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data0 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data.replaces !== void 0) {
          let data1 = data.replaces;
          if (typeof data1 !== "string") {
            const err6 = { instancePath: instancePath + "/replaces", schemaPath: "#/then/then/properties/replaces/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.then.then.properties.replaces.type, parentSchema: schema39.then.then.properties.replaces, data: data1 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          if (!(data1 === "all")) {
            const err7 = { instancePath: instancePath + "/replaces", schemaPath: "#/then/then/properties/replaces/enum", keyword: "enum", params: { allowedValues: schema39.then.then.properties.replaces.enum }, message: "must be equal to one of the allowed values", schema: schema39.then.then.properties.replaces.enum, parentSchema: schema39.then.then.properties.replaces, data: data1 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath, schemaPath: "#/then/then/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema39.then.then.type, parentSchema: schema39.then.then, data };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause0 = "then";
    } else {
      const _errs15 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.attribute === void 0) {
          const err9 = { instancePath, schemaPath: "#/then/else/required", keyword: "required", params: { missingProperty: "attribute" }, message: "must have required property 'attribute'", schema: schema39.then.else.required, parentSchema: schema39.then.else, data };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data) {
          if (!(key1 === "attribute")) {
            const err10 = { instancePath, schemaPath: "#/then/else/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema39.then.else, data };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data.attribute !== void 0) {
          let data2 = data.attribute;
          if (typeof data2 === "string") {
            if (func3(data2) < 1) {
              const err11 = { instancePath: instancePath + "/attribute", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data2 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/attribute", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data2 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath, schemaPath: "#/then/else/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema39.then.else.type, parentSchema: schema39.then.else, data };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      var _valid1 = _errs15 === errors;
      valid1 = _valid1;
      ifClause0 = "else";
    }
    if (!valid1) {
      const err14 = { instancePath, schemaPath: "#/then/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema', schema: schema39.then.if, parentSchema: schema39.then, data };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err15 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema39.if, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func3(data) < 1) {
      const err16 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
  }
  validate23.errors = vErrors;
  return errors === 0;
}
const schema42 = { "title": "a reserved field entry", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["attribute"] }, "then": { "$ref": "#/definitions/attributeLong" }, "else": { "$ref": "#/definitions/rename" } } };
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema42.type }, message: "must be string,object", schema: schema42.type, parentSchema: schema42, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.attribute === void 0 && (missing0 = "attribute")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause0;
    if (_valid1) {
      const _errs7 = errors;
      if (!validate15(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause0 = "then";
    } else {
      const _errs8 = errors;
      if (!validate19(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs8 === errors;
      valid1 = _valid1;
      ifClause0 = "else";
    }
    if (!valid1) {
      const err3 = { instancePath, schemaPath: "#/then/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema', schema: schema42.then.if, parentSchema: schema42.then, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema42.if, parentSchema: schema42, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func3(data) < 1) {
      const err5 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema42, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  validate47.errors = vErrors;
  return errors === 0;
}
const schema46 = { "title": "an event entry", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["event"] }, "then": { "$ref": "#/definitions/eventLong" }, "else": { "$ref": "#/definitions/rename" } } };
const schema47 = { "type": "object", "additionalProperties": false, "required": ["event"], "properties": { "event": { "$ref": "#/definitions/name" }, "type": { "title": "a custom event type", "type": "string", "enum": ["navigation", "location", "search", "transaction", "user_content", "user_preference", "social", "media", "other", "attribution", "unknown"] }, "to": { "$ref": "#/definitions/name" }, "when": { "$ref": "#/definitions/expression" }, "attributes": { "$ref": "#/definitions/attributes" }, "new_attributes": { "$ref": "#/definitions/newDataPoints" } } };
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.event === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, message: "must have required property 'event'", schema: schema47.required, parentSchema: schema47, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "event" || key0 === "type" || key0 === "to" || key0 === "when" || key0 === "attributes" || key0 === "new_attributes")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema47, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.event !== void 0) {
      let data0 = data.event;
      if (typeof data0 === "string") {
        if (func3(data0) < 1) {
          const err2 = { instancePath: instancePath + "/event", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/event", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data1 = data.type;
      if (typeof data1 !== "string") {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema47.properties.type.type, parentSchema: schema47.properties.type, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (!(data1 === "navigation" || data1 === "location" || data1 === "search" || data1 === "transaction" || data1 === "user_content" || data1 === "user_preference" || data1 === "social" || data1 === "media" || data1 === "other" || data1 === "attribution" || data1 === "unknown")) {
        const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema47.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema47.properties.type.enum, parentSchema: schema47.properties.type, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data2 = data.to;
      if (typeof data2 === "string") {
        if (func3(data2) < 1) {
          const err6 = { instancePath: instancePath + "/to", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/to", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.when !== void 0) {
      let data3 = data.when;
      if (typeof data3 !== "string" && !(typeof data3 == "number" && isFinite(data3)) && typeof data3 !== "boolean") {
        const err8 = { instancePath: instancePath + "/when", schemaPath: "#/definitions/expression/type", keyword: "type", params: { type: schema21.type }, message: "must be string,number,boolean", schema: schema21.type, parentSchema: schema21, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data3 === "string") {
        if (func3(data3) < 1) {
          const err9 = { instancePath: instancePath + "/when", schemaPath: "#/definitions/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema21, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.attributes !== void 0) {
      if (!validate13(data.attributes, { instancePath: instancePath + "/attributes", parentData: data, parentDataProperty: "attributes", rootData })) {
        vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
        errors = vErrors.length;
      }
    }
    if (data.new_attributes !== void 0) {
      let data5 = data.new_attributes;
      if (typeof data5 !== "string") {
        const err10 = { instancePath: instancePath + "/new_attributes", schemaPath: "#/definitions/newDataPoints/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.type, parentSchema: schema43, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (!(data5 === "drop" || data5 === "forward")) {
        const err11 = { instancePath: instancePath + "/new_attributes", schemaPath: "#/definitions/newDataPoints/enum", keyword: "enum", params: { allowedValues: schema43.enum }, message: "must be equal to one of the allowed values", schema: schema43.enum, parentSchema: schema43, data: data5 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema47.type, parentSchema: schema47, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema46.type }, message: "must be string,object", schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.event === void 0 && (missing0 = "event")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause0;
    if (_valid1) {
      const _errs7 = errors;
      if (!validate53(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause0 = "then";
    } else {
      const _errs8 = errors;
      if (!validate19(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs8 === errors;
      valid1 = _valid1;
      ifClause0 = "else";
    }
    if (!valid1) {
      const err3 = { instancePath, schemaPath: "#/then/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema', schema: schema46.then.if, parentSchema: schema46.then, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema46.if, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func3(data) < 1) {
      const err5 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
const schema52 = { "title": "a screen entry", "type": ["string", "object"], "minLength": 1, "if": { "type": "object" }, "then": { "if": { "required": ["screen"] }, "then": { "$ref": "#/definitions/screenLong" }, "else": { "$ref": "#/definitions/rename" } } };
const schema53 = { "type": "object", "additionalProperties": false, "required": ["screen"], "properties": { "screen": { "$ref": "#/definitions/name" }, "to": { "$ref": "#/definitions/name" }, "when": { "$ref": "#/definitions/expression" }, "attributes": { "$ref": "#/definitions/attributes" }, "new_attributes": { "$ref": "#/definitions/newDataPoints" } } };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.screen === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "screen" }, message: "must have required property 'screen'", schema: schema53.required, parentSchema: schema53, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "screen" || key0 === "to" || key0 === "when" || key0 === "attributes" || key0 === "new_attributes")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema53, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.screen !== void 0) {
      let data0 = data.screen;
      if (typeof data0 === "string") {
        if (func3(data0) < 1) {
          const err2 = { instancePath: instancePath + "/screen", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/screen", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data1 = data.to;
      if (typeof data1 === "string") {
        if (func3(data1) < 1) {
          const err4 = { instancePath: instancePath + "/to", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/to", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.when !== void 0) {
      let data2 = data.when;
      if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 !== "boolean") {
        const err6 = { instancePath: instancePath + "/when", schemaPath: "#/definitions/expression/type", keyword: "type", params: { type: schema21.type }, message: "must be string,number,boolean", schema: schema21.type, parentSchema: schema21, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data2 === "string") {
        if (func3(data2) < 1) {
          const err7 = { instancePath: instancePath + "/when", schemaPath: "#/definitions/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema21, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.attributes !== void 0) {
      if (!validate13(data.attributes, { instancePath: instancePath + "/attributes", parentData: data, parentDataProperty: "attributes", rootData })) {
        vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
        errors = vErrors.length;
      }
    }
    if (data.new_attributes !== void 0) {
      let data4 = data.new_attributes;
      if (typeof data4 !== "string") {
        const err8 = { instancePath: instancePath + "/new_attributes", schemaPath: "#/definitions/newDataPoints/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.type, parentSchema: schema43, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (!(data4 === "drop" || data4 === "forward")) {
        const err9 = { instancePath: instancePath + "/new_attributes", schemaPath: "#/definitions/newDataPoints/enum", keyword: "enum", params: { allowedValues: schema43.enum }, message: "must be equal to one of the allowed values", schema: schema43.enum, parentSchema: schema43, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema53.type, parentSchema: schema53, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema52.type }, message: "must be string,object", schema: schema52.type, parentSchema: schema52, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    const _errs5 = errors;
    let valid1 = true;
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.screen === void 0 && (missing0 = "screen")) {
        const err2 = {};
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid1 = _errs6 === errors;
    errors = _errs5;
    if (vErrors !== null) {
      if (_errs5) {
        vErrors.length = _errs5;
      } else {
        vErrors = null;
      }
    }
    let ifClause0;
    if (_valid1) {
      const _errs7 = errors;
      if (!validate59(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs7 === errors;
      valid1 = _valid1;
      ifClause0 = "then";
    } else {
      const _errs8 = errors;
      if (!validate19(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate19.errors : vErrors.concat(validate19.errors);
        errors = vErrors.length;
      }
      var _valid1 = _errs8 === errors;
      valid1 = _valid1;
      ifClause0 = "else";
    }
    if (!valid1) {
      const err3 = { instancePath, schemaPath: "#/then/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema', schema: schema52.then.if, parentSchema: schema52.then, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema52.if, parentSchema: schema52, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func3(data) < 1) {
      const err5 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema52, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  validate58.errors = vErrors;
  return errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.waybill === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "waybill" }, message: "must have required property 'waybill'", schema: schema11.required, parentSchema: schema11, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
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
      if (1 !== data0) {
        const err2 = { instancePath: instancePath + "/waybill", schemaPath: "#/properties/waybill/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant", schema: 1, parentSchema: schema11.properties.waybill, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"', schema: "^[a-z][a-z0-9-]*$", parentSchema: schema11.properties.name, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.name.type, parentSchema: schema11.properties.name, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data2 = data.description;
      if (typeof data2 !== "string") {
        const err5 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.description.type, parentSchema: schema11.properties.description, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.include !== void 0) {
      let data3 = data.include;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err6 = { instancePath: instancePath + "/include", schemaPath: "#/properties/include/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.include, data: data3 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (func3(data4) < 1) {
              const err7 = { instancePath: instancePath + "/include/" + i0, schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data4 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/include/" + i0, schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data4 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/include", schemaPath: "#/properties/include/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.include.type, parentSchema: schema11.properties.include, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.connection !== void 0) {
      let data5 = data.connection;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!(key1 === "host" || key1 === "api_key" || key1 === "api_secret")) {
            const err10 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.connection, data: data5 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data5.host !== void 0) {
          let data6 = data5.host;
          if (typeof data6 === "string") {
            if (func3(data6) < 1) {
              const err11 = { instancePath: instancePath + "/connection/host", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data6 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/connection/host", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data6 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data5.api_key !== void 0) {
          let data7 = data5.api_key;
          if (typeof data7 === "string") {
            if (func3(data7) < 1) {
              const err13 = { instancePath: instancePath + "/connection/api_key", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data7 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/connection/api_key", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data7 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data5.api_secret !== void 0) {
          let data8 = data5.api_secret;
          if (typeof data8 === "string") {
            if (func3(data8) < 1) {
              const err15 = { instancePath: instancePath + "/connection/api_secret", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data8 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/connection/api_secret", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data8 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.connection.type, parentSchema: schema11.properties.connection, data: data5 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.source !== void 0) {
      let data9 = data.source;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        for (const key2 in data9) {
          if (!func2.call(schema11.properties.source.properties, key2)) {
            const err18 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.source, data: data9 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data9.data_plan !== void 0) {
          let data10 = data9.data_plan;
          if (typeof data10 === "string") {
            if (func3(data10) < 1) {
              const err19 = { instancePath: instancePath + "/source/data_plan", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data10 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/source/data_plan", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data10 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data9.platforms !== void 0) {
          let data11 = data9.platforms;
          if (Array.isArray(data11)) {
            if (data11.length < 1) {
              const err21 = { instancePath: instancePath + "/source/platforms", schemaPath: "#/properties/source/properties/platforms/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.source.properties.platforms, data: data11 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            const len1 = data11.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data12 = data11[i1];
              if (typeof data12 !== "string") {
                const err22 = { instancePath: instancePath + "/source/platforms/" + i1, schemaPath: "#/definitions/platform/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema17.type, parentSchema: schema17, data: data12 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
              if (!(data12 === "ios" || data12 === "android" || data12 === "fire_tv" || data12 === "alexa" || data12 === "mobile_web" || data12 === "custom_feeds" || data12 === "roku" || data12 === "smart_tv" || data12 === "tvos" || data12 === "xbox")) {
                const err23 = { instancePath: instancePath + "/source/platforms/" + i1, schemaPath: "#/definitions/platform/enum", keyword: "enum", params: { allowedValues: schema17.enum }, message: "must be equal to one of the allowed values", schema: schema17.enum, parentSchema: schema17, data: data12 };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
          } else {
            const err24 = { instancePath: instancePath + "/source/platforms", schemaPath: "#/properties/source/properties/platforms/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.source.properties.platforms.type, parentSchema: schema11.properties.source.properties.platforms, data: data11 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data9.environments !== void 0) {
          let data13 = data9.environments;
          if (Array.isArray(data13)) {
            if (data13.length < 1) {
              const err25 = { instancePath: instancePath + "/source/environments", schemaPath: "#/properties/source/properties/environments/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.source.properties.environments, data: data13 };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            const len2 = data13.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data14 = data13[i2];
              if (typeof data14 !== "string") {
                const err26 = { instancePath: instancePath + "/source/environments/" + i2, schemaPath: "#/definitions/environment/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema18.type, parentSchema: schema18, data: data14 };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
              if (!(data14 === "production" || data14 === "development")) {
                const err27 = { instancePath: instancePath + "/source/environments/" + i2, schemaPath: "#/definitions/environment/enum", keyword: "enum", params: { allowedValues: schema18.enum }, message: "must be equal to one of the allowed values", schema: schema18.enum, parentSchema: schema18, data: data14 };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
          } else {
            const err28 = { instancePath: instancePath + "/source/environments", schemaPath: "#/properties/source/properties/environments/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.source.properties.environments.type, parentSchema: schema11.properties.source.properties.environments, data: data13 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data9.users !== void 0) {
          let data15 = data9.users;
          if (typeof data15 !== "string") {
            const err29 = { instancePath: instancePath + "/source/users", schemaPath: "#/properties/source/properties/users/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.source.properties.users.type, parentSchema: schema11.properties.source.properties.users, data: data15 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
          if (!(data15 === "logged_in" || data15 === "all")) {
            const err30 = { instancePath: instancePath + "/source/users", schemaPath: "#/properties/source/properties/users/enum", keyword: "enum", params: { allowedValues: schema11.properties.source.properties.users.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.source.properties.users.enum, parentSchema: schema11.properties.source.properties.users, data: data15 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data9.login_identities !== void 0) {
          let data16 = data9.login_identities;
          if (Array.isArray(data16)) {
            if (data16.length < 1) {
              const err31 = { instancePath: instancePath + "/source/login_identities", schemaPath: "#/properties/source/properties/login_identities/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema11.properties.source.properties.login_identities, data: data16 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
            const len3 = data16.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data17 = data16[i3];
              if (typeof data17 !== "string") {
                const err32 = { instancePath: instancePath + "/source/login_identities/" + i3, schemaPath: "#/definitions/identity/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema19.type, parentSchema: schema19, data: data17 };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
              if (!(data17 === "customer_id" || data17 === "email" || data17 === "other" || data17 === "other_id_2" || data17 === "other_id_3" || data17 === "other_id_4" || data17 === "other_id_5" || data17 === "other_id_6" || data17 === "other_id_7" || data17 === "other_id_8" || data17 === "other_id_9" || data17 === "other_id_10" || data17 === "mobile_number" || data17 === "phone_number_2" || data17 === "phone_number_3" || data17 === "facebook" || data17 === "twitter" || data17 === "google" || data17 === "microsoft" || data17 === "yahoo" || data17 === "alias" || data17 === "facebook_custom_audience_id")) {
                const err33 = { instancePath: instancePath + "/source/login_identities/" + i3, schemaPath: "#/definitions/identity/enum", keyword: "enum", params: { allowedValues: schema19.enum }, message: "must be equal to one of the allowed values", schema: schema19.enum, parentSchema: schema19, data: data17 };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
          } else {
            const err34 = { instancePath: instancePath + "/source/login_identities", schemaPath: "#/properties/source/properties/login_identities/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.source.properties.login_identities.type, parentSchema: schema11.properties.source.properties.login_identities, data: data16 };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data9.names !== void 0) {
          let data18 = data9.names;
          if (typeof data18 !== "string") {
            const err35 = { instancePath: instancePath + "/source/names", schemaPath: "#/properties/source/properties/names/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.source.properties.names.type, parentSchema: schema11.properties.source.properties.names, data: data18 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          if (!(data18 === "exact" || data18 === "ignore_case")) {
            const err36 = { instancePath: instancePath + "/source/names", schemaPath: "#/properties/source/properties/names/enum", keyword: "enum", params: { allowedValues: schema11.properties.source.properties.names.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.source.properties.names.enum, parentSchema: schema11.properties.source.properties.names, data: data18 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data9.loop_partners !== void 0) {
          let data19 = data9.loop_partners;
          if (Array.isArray(data19)) {
            const len4 = data19.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data20 = data19[i4];
              if (typeof data20 === "string") {
                if (func3(data20) < 1) {
                  const err37 = { instancePath: instancePath + "/source/loop_partners/" + i4, schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              } else {
                const err38 = { instancePath: instancePath + "/source/loop_partners/" + i4, schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data20 };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
          } else {
            const err39 = { instancePath: instancePath + "/source/loop_partners", schemaPath: "#/properties/source/properties/loop_partners/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.source.properties.loop_partners.type, parentSchema: schema11.properties.source.properties.loop_partners, data: data19 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data9.replays !== void 0) {
          let data21 = data9.replays;
          if (typeof data21 !== "string") {
            const err40 = { instancePath: instancePath + "/source/replays", schemaPath: "#/properties/source/properties/replays/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.source.properties.replays.type, parentSchema: schema11.properties.source.properties.replays, data: data21 };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          if (!(data21 === "drop" || data21 === "forward")) {
            const err41 = { instancePath: instancePath + "/source/replays", schemaPath: "#/properties/source/properties/replays/enum", keyword: "enum", params: { allowedValues: schema11.properties.source.properties.replays.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.source.properties.replays.enum, parentSchema: schema11.properties.source.properties.replays, data: data21 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data9.when !== void 0) {
          let data22 = data9.when;
          if (typeof data22 !== "string" && !(typeof data22 == "number" && isFinite(data22)) && typeof data22 !== "boolean") {
            const err42 = { instancePath: instancePath + "/source/when", schemaPath: "#/definitions/expression/type", keyword: "type", params: { type: schema21.type }, message: "must be string,number,boolean", schema: schema21.type, parentSchema: schema21, data: data22 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
          if (typeof data22 === "string") {
            if (func3(data22) < 1) {
              const err43 = { instancePath: instancePath + "/source/when", schemaPath: "#/definitions/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema21, data: data22 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          }
        }
      } else {
        const err44 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.source.type, parentSchema: schema11.properties.source, data: data9 };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.sessionm !== void 0) {
      let data23 = data.sessionm;
      if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
        for (const key3 in data23) {
          if (!(key3 === "events" || key3 === "attributes")) {
            const err45 = { instancePath: instancePath + "/sessionm", schemaPath: "#/properties/sessionm/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.sessionm, data: data23 };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        if (data23.events !== void 0) {
          let data24 = data23.events;
          if (Array.isArray(data24)) {
            const len5 = data24.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data25 = data24[i5];
              if (typeof data25 === "string") {
                if (func3(data25) < 1) {
                  const err46 = { instancePath: instancePath + "/sessionm/events/" + i5, schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data25 };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
              } else {
                const err47 = { instancePath: instancePath + "/sessionm/events/" + i5, schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data25 };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
          } else {
            const err48 = { instancePath: instancePath + "/sessionm/events", schemaPath: "#/properties/sessionm/properties/events/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.sessionm.properties.events.type, parentSchema: schema11.properties.sessionm.properties.events, data: data24 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data23.attributes !== void 0) {
          let data26 = data23.attributes;
          if (Array.isArray(data26)) {
            const len6 = data26.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data27 = data26[i6];
              if (typeof data27 === "string") {
                if (func3(data27) < 1) {
                  const err49 = { instancePath: instancePath + "/sessionm/attributes/" + i6, schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data27 };
                  if (vErrors === null) {
                    vErrors = [err49];
                  } else {
                    vErrors.push(err49);
                  }
                  errors++;
                }
              } else {
                const err50 = { instancePath: instancePath + "/sessionm/attributes/" + i6, schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data27 };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
          } else {
            const err51 = { instancePath: instancePath + "/sessionm/attributes", schemaPath: "#/properties/sessionm/properties/attributes/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.sessionm.properties.attributes.type, parentSchema: schema11.properties.sessionm.properties.attributes, data: data26 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
      } else {
        const err52 = { instancePath: instancePath + "/sessionm", schemaPath: "#/properties/sessionm/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.sessionm.type, parentSchema: schema11.properties.sessionm, data: data23 };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.casing !== void 0) {
      let data28 = data.casing;
      if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
        for (const key4 in data28) {
          if (!(key4 === "user_attributes" || key4 === "event_attributes" || key4 === "rules")) {
            const err53 = { instancePath: instancePath + "/casing", schemaPath: "#/properties/casing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.casing, data: data28 };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        if (data28.user_attributes !== void 0) {
          let data29 = data28.user_attributes;
          if (typeof data29 !== "string") {
            const err54 = { instancePath: instancePath + "/casing/user_attributes", schemaPath: "#/properties/casing/properties/user_attributes/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.casing.properties.user_attributes.type, parentSchema: schema11.properties.casing.properties.user_attributes, data: data29 };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
          if (!(data29 === "preserve" || data29 === "as_defined" || data29 === "snake_case" || data29 === "camel_case" || data29 === "pascal_case" || data29 === "lower_case" || data29 === "upper_case")) {
            const err55 = { instancePath: instancePath + "/casing/user_attributes", schemaPath: "#/properties/casing/properties/user_attributes/enum", keyword: "enum", params: { allowedValues: schema11.properties.casing.properties.user_attributes.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.casing.properties.user_attributes.enum, parentSchema: schema11.properties.casing.properties.user_attributes, data: data29 };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
        if (data28.event_attributes !== void 0) {
          let data30 = data28.event_attributes;
          if (typeof data30 !== "string") {
            const err56 = { instancePath: instancePath + "/casing/event_attributes", schemaPath: "#/properties/casing/properties/event_attributes/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.casing.properties.event_attributes.type, parentSchema: schema11.properties.casing.properties.event_attributes, data: data30 };
            if (vErrors === null) {
              vErrors = [err56];
            } else {
              vErrors.push(err56);
            }
            errors++;
          }
          if (!(data30 === "preserve" || data30 === "snake_case" || data30 === "camel_case" || data30 === "pascal_case" || data30 === "lower_case" || data30 === "upper_case")) {
            const err57 = { instancePath: instancePath + "/casing/event_attributes", schemaPath: "#/properties/casing/properties/event_attributes/enum", keyword: "enum", params: { allowedValues: schema11.properties.casing.properties.event_attributes.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.casing.properties.event_attributes.enum, parentSchema: schema11.properties.casing.properties.event_attributes, data: data30 };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
        if (data28.rules !== void 0) {
          let data31 = data28.rules;
          if (Array.isArray(data31)) {
            if (data31.length > 1e3) {
              const err58 = { instancePath: instancePath + "/casing/rules", schemaPath: "#/properties/casing/properties/rules/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items", schema: 1e3, parentSchema: schema11.properties.casing.properties.rules, data: data31 };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
            const len7 = data31.length;
            for (let i7 = 0; i7 < len7; i7++) {
              if (!validate11(data31[i7], { instancePath: instancePath + "/casing/rules/" + i7, parentData: data31, parentDataProperty: i7, rootData })) {
                vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err59 = { instancePath: instancePath + "/casing/rules", schemaPath: "#/properties/casing/properties/rules/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.casing.properties.rules.type, parentSchema: schema11.properties.casing.properties.rules, data: data31 };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
      } else {
        const err60 = { instancePath: instancePath + "/casing", schemaPath: "#/properties/casing/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.casing.type, parentSchema: schema11.properties.casing, data: data28 };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
    }
    if (data.attribute_sets !== void 0) {
      let data33 = data.attribute_sets;
      if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
        for (const key5 in data33) {
          if (!validate13(data33[key5], { instancePath: instancePath + "/attribute_sets/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data33, parentDataProperty: key5, rootData })) {
            vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err61 = { instancePath: instancePath + "/attribute_sets", schemaPath: "#/properties/attribute_sets/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.attribute_sets.type, parentSchema: schema11.properties.attribute_sets, data: data33 };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
    }
    if (data.profile !== void 0) {
      let data35 = data.profile;
      if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
        for (const key6 in data35) {
          if (!func2.call(schema11.properties.profile.properties, key6)) {
            const err62 = { instancePath: instancePath + "/profile", schemaPath: "#/properties/profile/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.profile, data: data35 };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
        if (data35.external_id !== void 0) {
          let data36 = data35.external_id;
          if (typeof data36 !== "string") {
            const err63 = { instancePath: instancePath + "/profile/external_id", schemaPath: "#/definitions/externalId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.type, parentSchema: schema38, data: data36 };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
          if (!(data36 === "mpid" || data36 === "customer_id" || data36 === "email" || data36 === "other" || data36 === "other_id_2" || data36 === "other_id_3" || data36 === "other_id_4" || data36 === "other_id_5" || data36 === "other_id_6" || data36 === "other_id_7" || data36 === "other_id_8" || data36 === "other_id_9" || data36 === "other_id_10" || data36 === "mobile_number" || data36 === "phone_number_2" || data36 === "phone_number_3" || data36 === "facebook" || data36 === "twitter" || data36 === "google" || data36 === "microsoft" || data36 === "yahoo" || data36 === "alias" || data36 === "facebook_custom_audience_id")) {
            const err64 = { instancePath: instancePath + "/profile/external_id", schemaPath: "#/definitions/externalId/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values", schema: schema38.enum, parentSchema: schema38, data: data36 };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
        }
        if (data35.identities !== void 0) {
          let data37 = data35.identities;
          if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
            for (const key7 in data37) {
              if (!func2.call(schema11.properties.profile.properties.identities.properties, key7)) {
                const err65 = { instancePath: instancePath + "/profile/identities", schemaPath: "#/properties/profile/properties/identities/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.profile.properties.identities, data: data37 };
                if (vErrors === null) {
                  vErrors = [err65];
                } else {
                  vErrors.push(err65);
                }
                errors++;
              }
            }
            if (data37.mpid !== void 0) {
              if (!validate23(data37.mpid, { instancePath: instancePath + "/profile/identities/mpid", parentData: data37, parentDataProperty: "mpid", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.customer_id !== void 0) {
              if (!validate23(data37.customer_id, { instancePath: instancePath + "/profile/identities/customer_id", parentData: data37, parentDataProperty: "customer_id", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.email !== void 0) {
              if (!validate23(data37.email, { instancePath: instancePath + "/profile/identities/email", parentData: data37, parentDataProperty: "email", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other !== void 0) {
              if (!validate23(data37.other, { instancePath: instancePath + "/profile/identities/other", parentData: data37, parentDataProperty: "other", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_2 !== void 0) {
              if (!validate23(data37.other_id_2, { instancePath: instancePath + "/profile/identities/other_id_2", parentData: data37, parentDataProperty: "other_id_2", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_3 !== void 0) {
              if (!validate23(data37.other_id_3, { instancePath: instancePath + "/profile/identities/other_id_3", parentData: data37, parentDataProperty: "other_id_3", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_4 !== void 0) {
              if (!validate23(data37.other_id_4, { instancePath: instancePath + "/profile/identities/other_id_4", parentData: data37, parentDataProperty: "other_id_4", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_5 !== void 0) {
              if (!validate23(data37.other_id_5, { instancePath: instancePath + "/profile/identities/other_id_5", parentData: data37, parentDataProperty: "other_id_5", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_6 !== void 0) {
              if (!validate23(data37.other_id_6, { instancePath: instancePath + "/profile/identities/other_id_6", parentData: data37, parentDataProperty: "other_id_6", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_7 !== void 0) {
              if (!validate23(data37.other_id_7, { instancePath: instancePath + "/profile/identities/other_id_7", parentData: data37, parentDataProperty: "other_id_7", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_8 !== void 0) {
              if (!validate23(data37.other_id_8, { instancePath: instancePath + "/profile/identities/other_id_8", parentData: data37, parentDataProperty: "other_id_8", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_9 !== void 0) {
              if (!validate23(data37.other_id_9, { instancePath: instancePath + "/profile/identities/other_id_9", parentData: data37, parentDataProperty: "other_id_9", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.other_id_10 !== void 0) {
              if (!validate23(data37.other_id_10, { instancePath: instancePath + "/profile/identities/other_id_10", parentData: data37, parentDataProperty: "other_id_10", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.mobile_number !== void 0) {
              if (!validate23(data37.mobile_number, { instancePath: instancePath + "/profile/identities/mobile_number", parentData: data37, parentDataProperty: "mobile_number", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.phone_number_2 !== void 0) {
              if (!validate23(data37.phone_number_2, { instancePath: instancePath + "/profile/identities/phone_number_2", parentData: data37, parentDataProperty: "phone_number_2", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.phone_number_3 !== void 0) {
              if (!validate23(data37.phone_number_3, { instancePath: instancePath + "/profile/identities/phone_number_3", parentData: data37, parentDataProperty: "phone_number_3", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.facebook !== void 0) {
              if (!validate23(data37.facebook, { instancePath: instancePath + "/profile/identities/facebook", parentData: data37, parentDataProperty: "facebook", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.twitter !== void 0) {
              if (!validate23(data37.twitter, { instancePath: instancePath + "/profile/identities/twitter", parentData: data37, parentDataProperty: "twitter", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.google !== void 0) {
              if (!validate23(data37.google, { instancePath: instancePath + "/profile/identities/google", parentData: data37, parentDataProperty: "google", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.microsoft !== void 0) {
              if (!validate23(data37.microsoft, { instancePath: instancePath + "/profile/identities/microsoft", parentData: data37, parentDataProperty: "microsoft", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.yahoo !== void 0) {
              if (!validate23(data37.yahoo, { instancePath: instancePath + "/profile/identities/yahoo", parentData: data37, parentDataProperty: "yahoo", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.alias !== void 0) {
              if (!validate23(data37.alias, { instancePath: instancePath + "/profile/identities/alias", parentData: data37, parentDataProperty: "alias", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
            if (data37.facebook_custom_audience_id !== void 0) {
              if (!validate23(data37.facebook_custom_audience_id, { instancePath: instancePath + "/profile/identities/facebook_custom_audience_id", parentData: data37, parentDataProperty: "facebook_custom_audience_id", rootData })) {
                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err66 = { instancePath: instancePath + "/profile/identities", schemaPath: "#/properties/profile/properties/identities/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.profile.properties.identities.type, parentSchema: schema11.properties.profile.properties.identities, data: data37 };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
        }
        if (data35.reserved_fields !== void 0) {
          let data61 = data35.reserved_fields;
          if (typeof data61 !== "string" && !Array.isArray(data61)) {
            const err67 = { instancePath: instancePath + "/profile/reserved_fields", schemaPath: "#/properties/profile/properties/reserved_fields/type", keyword: "type", params: { type: schema11.properties.profile.properties.reserved_fields.type }, message: "must be string,array", schema: schema11.properties.profile.properties.reserved_fields.type, parentSchema: schema11.properties.profile.properties.reserved_fields, data: data61 };
            if (vErrors === null) {
              vErrors = [err67];
            } else {
              vErrors.push(err67);
            }
            errors++;
          }
          const _errs120 = errors;
          let valid37 = true;
          const _errs121 = errors;
          if (typeof data61 !== "string") {
            const err68 = {};
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
          var _valid0 = _errs121 === errors;
          errors = _errs120;
          if (vErrors !== null) {
            if (_errs120) {
              vErrors.length = _errs120;
            } else {
              vErrors = null;
            }
          }
          let ifClause0;
          if (_valid0) {
            const _errs123 = errors;
            if (!(data61 === "none" || data61 === "default")) {
              const err69 = { instancePath: instancePath + "/profile/reserved_fields", schemaPath: "#/properties/profile/properties/reserved_fields/then/enum", keyword: "enum", params: { allowedValues: schema11.properties.profile.properties.reserved_fields.then.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.profile.properties.reserved_fields.then.enum, parentSchema: schema11.properties.profile.properties.reserved_fields.then, data: data61 };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
            var _valid0 = _errs123 === errors;
            valid37 = _valid0;
            ifClause0 = "then";
          } else {
            const _errs124 = errors;
            if (Array.isArray(data61)) {
              const len8 = data61.length;
              for (let i8 = 0; i8 < len8; i8++) {
                if (!validate47(data61[i8], { instancePath: instancePath + "/profile/reserved_fields/" + i8, parentData: data61, parentDataProperty: i8, rootData })) {
                  vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
                  errors = vErrors.length;
                }
              }
            }
            var _valid0 = _errs124 === errors;
            valid37 = _valid0;
            ifClause0 = "else";
          }
          if (!valid37) {
            const err70 = { instancePath: instancePath + "/profile/reserved_fields", schemaPath: "#/properties/profile/properties/reserved_fields/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema', schema: schema11.properties.profile.properties.reserved_fields.if, parentSchema: schema11.properties.profile.properties.reserved_fields, data: data61 };
            if (vErrors === null) {
              vErrors = [err70];
            } else {
              vErrors.push(err70);
            }
            errors++;
          }
        }
        if (data35.attributes !== void 0) {
          if (!validate13(data35.attributes, { instancePath: instancePath + "/profile/attributes", parentData: data35, parentDataProperty: "attributes", rootData })) {
            vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
            errors = vErrors.length;
          }
        }
        if (data35.new_attributes !== void 0) {
          let data64 = data35.new_attributes;
          if (typeof data64 !== "string") {
            const err71 = { instancePath: instancePath + "/profile/new_attributes", schemaPath: "#/definitions/newDataPoints/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.type, parentSchema: schema43, data: data64 };
            if (vErrors === null) {
              vErrors = [err71];
            } else {
              vErrors.push(err71);
            }
            errors++;
          }
          if (!(data64 === "drop" || data64 === "forward")) {
            const err72 = { instancePath: instancePath + "/profile/new_attributes", schemaPath: "#/definitions/newDataPoints/enum", keyword: "enum", params: { allowedValues: schema43.enum }, message: "must be equal to one of the allowed values", schema: schema43.enum, parentSchema: schema43, data: data64 };
            if (vErrors === null) {
              vErrors = [err72];
            } else {
              vErrors.push(err72);
            }
            errors++;
          }
        }
        if (data35.lists !== void 0) {
          let data65 = data35.lists;
          if (typeof data65 !== "string") {
            const err73 = { instancePath: instancePath + "/profile/lists", schemaPath: "#/properties/profile/properties/lists/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.profile.properties.lists.type, parentSchema: schema11.properties.profile.properties.lists, data: data65 };
            if (vErrors === null) {
              vErrors = [err73];
            } else {
              vErrors.push(err73);
            }
            errors++;
          }
          if (!(data65 === "comma" || data65 === "json")) {
            const err74 = { instancePath: instancePath + "/profile/lists", schemaPath: "#/properties/profile/properties/lists/enum", keyword: "enum", params: { allowedValues: schema11.properties.profile.properties.lists.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.profile.properties.lists.enum, parentSchema: schema11.properties.profile.properties.lists, data: data65 };
            if (vErrors === null) {
              vErrors = [err74];
            } else {
              vErrors.push(err74);
            }
            errors++;
          }
        }
        if (data35.removed !== void 0) {
          let data66 = data35.removed;
          if (typeof data66 !== "string") {
            const err75 = { instancePath: instancePath + "/profile/removed", schemaPath: "#/properties/profile/properties/removed/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.profile.properties.removed.type, parentSchema: schema11.properties.profile.properties.removed, data: data66 };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
          if (!(data66 === "keep" || data66 === "empty")) {
            const err76 = { instancePath: instancePath + "/profile/removed", schemaPath: "#/properties/profile/properties/removed/enum", keyword: "enum", params: { allowedValues: schema11.properties.profile.properties.removed.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.profile.properties.removed.enum, parentSchema: schema11.properties.profile.properties.removed, data: data66 };
            if (vErrors === null) {
              vErrors = [err76];
            } else {
              vErrors.push(err76);
            }
            errors++;
          }
        }
        if (data35.when !== void 0) {
          let data67 = data35.when;
          if (typeof data67 !== "string" && !(typeof data67 == "number" && isFinite(data67)) && typeof data67 !== "boolean") {
            const err77 = { instancePath: instancePath + "/profile/when", schemaPath: "#/definitions/expression/type", keyword: "type", params: { type: schema21.type }, message: "must be string,number,boolean", schema: schema21.type, parentSchema: schema21, data: data67 };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
          if (typeof data67 === "string") {
            if (func3(data67) < 1) {
              const err78 = { instancePath: instancePath + "/profile/when", schemaPath: "#/definitions/expression/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema21, data: data67 };
              if (vErrors === null) {
                vErrors = [err78];
              } else {
                vErrors.push(err78);
              }
              errors++;
            }
          }
        }
        if (data35.send !== void 0) {
          let data68 = data35.send;
          if (typeof data68 !== "string") {
            const err79 = { instancePath: instancePath + "/profile/send", schemaPath: "#/properties/profile/properties/send/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema11.properties.profile.properties.send.type, parentSchema: schema11.properties.profile.properties.send, data: data68 };
            if (vErrors === null) {
              vErrors = [err79];
            } else {
              vErrors.push(err79);
            }
            errors++;
          }
          if (!(data68 === "changed" || data68 === "always")) {
            const err80 = { instancePath: instancePath + "/profile/send", schemaPath: "#/properties/profile/properties/send/enum", keyword: "enum", params: { allowedValues: schema11.properties.profile.properties.send.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.profile.properties.send.enum, parentSchema: schema11.properties.profile.properties.send, data: data68 };
            if (vErrors === null) {
              vErrors = [err80];
            } else {
              vErrors.push(err80);
            }
            errors++;
          }
        }
        if (data35.missing_users !== void 0) {
          let data69 = data35.missing_users;
          if (typeof data69 !== "string" && !(data69 && typeof data69 == "object" && !Array.isArray(data69))) {
            const err81 = { instancePath: instancePath + "/profile/missing_users", schemaPath: "#/properties/profile/properties/missing_users/type", keyword: "type", params: { type: schema11.properties.profile.properties.missing_users.type }, message: "must be string,object", schema: schema11.properties.profile.properties.missing_users.type, parentSchema: schema11.properties.profile.properties.missing_users, data: data69 };
            if (vErrors === null) {
              vErrors = [err81];
            } else {
              vErrors.push(err81);
            }
            errors++;
          }
          const _errs141 = errors;
          let valid42 = true;
          const _errs142 = errors;
          if (typeof data69 !== "string") {
            const err82 = {};
            if (vErrors === null) {
              vErrors = [err82];
            } else {
              vErrors.push(err82);
            }
            errors++;
          }
          var _valid1 = _errs142 === errors;
          errors = _errs141;
          if (vErrors !== null) {
            if (_errs141) {
              vErrors.length = _errs141;
            } else {
              vErrors = null;
            }
          }
          let ifClause1;
          if (_valid1) {
            const _errs144 = errors;
            if (!(data69 === "hold" || data69 === "dead_letter")) {
              const err83 = { instancePath: instancePath + "/profile/missing_users", schemaPath: "#/properties/profile/properties/missing_users/then/enum", keyword: "enum", params: { allowedValues: schema11.properties.profile.properties.missing_users.then.enum }, message: "must be equal to one of the allowed values", schema: schema11.properties.profile.properties.missing_users.then.enum, parentSchema: schema11.properties.profile.properties.missing_users.then, data: data69 };
              if (vErrors === null) {
                vErrors = [err83];
              } else {
                vErrors.push(err83);
              }
              errors++;
            }
            var _valid1 = _errs144 === errors;
            valid42 = _valid1;
            ifClause1 = "then";
          } else {
            const _errs145 = errors;
            if (data69 && typeof data69 == "object" && !Array.isArray(data69)) {
              if (data69.create === void 0) {
                const err84 = { instancePath: instancePath + "/profile/missing_users", schemaPath: "#/properties/profile/properties/missing_users/else/required", keyword: "required", params: { missingProperty: "create" }, message: "must have required property 'create'", schema: schema11.properties.profile.properties.missing_users.else.required, parentSchema: schema11.properties.profile.properties.missing_users.else, data: data69 };
                if (vErrors === null) {
                  vErrors = [err84];
                } else {
                  vErrors.push(err84);
                }
                errors++;
              }
              for (const key8 in data69) {
                if (!(key8 === "create")) {
                  const err85 = { instancePath: instancePath + "/profile/missing_users", schemaPath: "#/properties/profile/properties/missing_users/else/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.profile.properties.missing_users.else, data: data69 };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
              }
              if (data69.create !== void 0) {
                let data70 = data69.create;
                if (data70 && typeof data70 == "object" && !Array.isArray(data70)) {
                  if (data70.external_id_type === void 0) {
                    const err86 = { instancePath: instancePath + "/profile/missing_users/create", schemaPath: "#/properties/profile/properties/missing_users/else/properties/create/required", keyword: "required", params: { missingProperty: "external_id_type" }, message: "must have required property 'external_id_type'", schema: schema11.properties.profile.properties.missing_users.else.properties.create.required, parentSchema: schema11.properties.profile.properties.missing_users.else.properties.create, data: data70 };
                    if (vErrors === null) {
                      vErrors = [err86];
                    } else {
                      vErrors.push(err86);
                    }
                    errors++;
                  }
                  if (data70.opted_in === void 0) {
                    const err87 = { instancePath: instancePath + "/profile/missing_users/create", schemaPath: "#/properties/profile/properties/missing_users/else/properties/create/required", keyword: "required", params: { missingProperty: "opted_in" }, message: "must have required property 'opted_in'", schema: schema11.properties.profile.properties.missing_users.else.properties.create.required, parentSchema: schema11.properties.profile.properties.missing_users.else.properties.create, data: data70 };
                    if (vErrors === null) {
                      vErrors = [err87];
                    } else {
                      vErrors.push(err87);
                    }
                    errors++;
                  }
                  for (const key9 in data70) {
                    if (!(key9 === "external_id_type" || key9 === "opted_in")) {
                      const err88 = { instancePath: instancePath + "/profile/missing_users/create", schemaPath: "#/properties/profile/properties/missing_users/else/properties/create/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties", schema: false, parentSchema: schema11.properties.profile.properties.missing_users.else.properties.create, data: data70 };
                      if (vErrors === null) {
                        vErrors = [err88];
                      } else {
                        vErrors.push(err88);
                      }
                      errors++;
                    }
                  }
                  if (data70.external_id_type !== void 0) {
                    let data71 = data70.external_id_type;
                    if (typeof data71 === "string") {
                      if (func3(data71) < 1) {
                        const err89 = { instancePath: instancePath + "/profile/missing_users/create/external_id_type", schemaPath: "#/definitions/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema12, data: data71 };
                        if (vErrors === null) {
                          vErrors = [err89];
                        } else {
                          vErrors.push(err89);
                        }
                        errors++;
                      }
                    } else {
                      const err90 = { instancePath: instancePath + "/profile/missing_users/create/external_id_type", schemaPath: "#/definitions/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema12.type, parentSchema: schema12, data: data71 };
                      if (vErrors === null) {
                        vErrors = [err90];
                      } else {
                        vErrors.push(err90);
                      }
                      errors++;
                    }
                  }
                  if (data70.opted_in !== void 0) {
                    let data72 = data70.opted_in;
                    if (typeof data72 !== "boolean") {
                      const err91 = { instancePath: instancePath + "/profile/missing_users/create/opted_in", schemaPath: "#/properties/profile/properties/missing_users/else/properties/create/properties/opted_in/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema11.properties.profile.properties.missing_users.else.properties.create.properties.opted_in.type, parentSchema: schema11.properties.profile.properties.missing_users.else.properties.create.properties.opted_in, data: data72 };
                      if (vErrors === null) {
                        vErrors = [err91];
                      } else {
                        vErrors.push(err91);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err92 = { instancePath: instancePath + "/profile/missing_users/create", schemaPath: "#/properties/profile/properties/missing_users/else/properties/create/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.profile.properties.missing_users.else.properties.create.type, parentSchema: schema11.properties.profile.properties.missing_users.else.properties.create, data: data70 };
                  if (vErrors === null) {
                    vErrors = [err92];
                  } else {
                    vErrors.push(err92);
                  }
                  errors++;
                }
              }
            }
            var _valid1 = _errs145 === errors;
            valid42 = _valid1;
            ifClause1 = "else";
          }
          if (!valid42) {
            const err93 = { instancePath: instancePath + "/profile/missing_users", schemaPath: "#/properties/profile/properties/missing_users/if", keyword: "if", params: { failingKeyword: ifClause1 }, message: 'must match "' + ifClause1 + '" schema', schema: schema11.properties.profile.properties.missing_users.if, parentSchema: schema11.properties.profile.properties.missing_users, data: data69 };
            if (vErrors === null) {
              vErrors = [err93];
            } else {
              vErrors.push(err93);
            }
            errors++;
          }
        }
      } else {
        const err94 = { instancePath: instancePath + "/profile", schemaPath: "#/properties/profile/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.properties.profile.type, parentSchema: schema11.properties.profile, data: data35 };
        if (vErrors === null) {
          vErrors = [err94];
        } else {
          vErrors.push(err94);
        }
        errors++;
      }
    }
    if (data.events !== void 0) {
      let data73 = data.events;
      if (Array.isArray(data73)) {
        const len9 = data73.length;
        for (let i9 = 0; i9 < len9; i9++) {
          if (!validate52(data73[i9], { instancePath: instancePath + "/events/" + i9, parentData: data73, parentDataProperty: i9, rootData })) {
            vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err95 = { instancePath: instancePath + "/events", schemaPath: "#/properties/events/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.events.type, parentSchema: schema11.properties.events, data: data73 };
        if (vErrors === null) {
          vErrors = [err95];
        } else {
          vErrors.push(err95);
        }
        errors++;
      }
    }
    if (data.screens !== void 0) {
      let data75 = data.screens;
      if (Array.isArray(data75)) {
        const len10 = data75.length;
        for (let i10 = 0; i10 < len10; i10++) {
          if (!validate58(data75[i10], { instancePath: instancePath + "/screens/" + i10, parentData: data75, parentDataProperty: i10, rootData })) {
            vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err96 = { instancePath: instancePath + "/screens", schemaPath: "#/properties/screens/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema11.properties.screens.type, parentSchema: schema11.properties.screens, data: data75 };
        if (vErrors === null) {
          vErrors = [err96];
        } else {
          vErrors.push(err96);
        }
        errors++;
      }
    }
    if (data.new_events !== void 0) {
      let data77 = data.new_events;
      if (typeof data77 !== "string") {
        const err97 = { instancePath: instancePath + "/new_events", schemaPath: "#/definitions/newDataPoints/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.type, parentSchema: schema43, data: data77 };
        if (vErrors === null) {
          vErrors = [err97];
        } else {
          vErrors.push(err97);
        }
        errors++;
      }
      if (!(data77 === "drop" || data77 === "forward")) {
        const err98 = { instancePath: instancePath + "/new_events", schemaPath: "#/definitions/newDataPoints/enum", keyword: "enum", params: { allowedValues: schema43.enum }, message: "must be equal to one of the allowed values", schema: schema43.enum, parentSchema: schema43, data: data77 };
        if (vErrors === null) {
          vErrors = [err98];
        } else {
          vErrors.push(err98);
        }
        errors++;
      }
    }
  } else {
    const err99 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err99];
    } else {
      vErrors.push(err99);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
