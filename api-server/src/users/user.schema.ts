import Joi from 'joi';
import { isoDate, uuid } from '../http/formats.ts';
import { text } from '../http/text.ts';

export interface SignUp {
  email: string;
  password: string;
  displayName: string;
}

export interface ChangeUser {
  displayName?: string;
  password?: string;
  currentPassword?: string;
}

export const email = text(254)
  .email({ tlds: false })
  .example('ada@example.org')
  .description('Upper and lower case do not matter.');

export const newPassword = Joi.string()
  .min(8)
  .max(200)
  .description('8 to 200 characters, stored as argon2id.');
export const givenPassword = Joi.string().min(1).max(200);
const displayName = text(100).min(1).example('Ada');

export const signUpSchema = Joi.object({
  email: email.required(),
  password: newPassword.required(),
  displayName: displayName.required(),
}).label('SignUp');

export const changeUserSchema = Joi.object({
  displayName,
  password: newPassword,
  currentPassword: givenPassword.description('Needed to change the password.'),
})
  .with('password', 'currentPassword')
  .label('ChangeUser');

export const leaveSchema = Joi.object({ password: givenPassword.required() }).label('Leave');

export const userSchema = Joi.object({
  id: uuid.required(),
  email: Joi.string().required(),
  displayName: Joi.string().required(),
  isAdmin: Joi.boolean().required().description('Whether this member runs the gallery.'),
  createdAt: isoDate.required(),
  usage: Joi.object({
    images: Joi.number().integer().required(),
    bytes: Joi.number().integer().required(),
    maxBytes: Joi.number().integer().required(),
  })
    .required()
    .label('Usage'),
}).label('User');
