using ConfEngine.PluginRunner;

return Runner.Run(args);
