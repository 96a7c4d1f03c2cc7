import Joi from 'joi';
import { isoDate } from '../http/formats.ts';
import { email, givenPassword, userSchema } from '../users/user.schema.ts';

export interface SignIn {
  email: string;
  password: string;
}

export const signInSchema = Joi.object({
  email: email.required(),
  password: givenPassword.required(),
}).label('SignIn');

export const sessionSchema = Joi.object({
  token: Joi.string().required().description('Send it as `Authorization: Bearer <token>`.'),
  expiresAt: isoDate.required(),
  user: userSchema.required(),
}).label('Session');
